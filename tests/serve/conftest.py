"""One server for all tests of a file: nothing that one asks for harms another."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Server, served


@pytest.fixture(scope="session")
def kept_clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache that all workers of this run share, as `shared_cache` does."""
    folder = tmp_path_factory.getbasetemp()
    return (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "cache"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, kept_clips: Path) -> Iterator[Server]:
    with served(tmp_path_factory.mktemp("served"), kept_clips) as server:
        yield server
