"""Where the user's own files are, on each system."""

from pathlib import Path
from typing import Any

import pytest

from earcoach.paths import place_of

HOME = Path("/home/ada")


@pytest.mark.parametrize(
    ("system", "variables", "expected"),
    [
        ("linux", {}, (".config/earcoach", ".cache/earcoach", ".local/state/earcoach")),
        (
            "linux",
            {"XDG_CONFIG_HOME": "/c", "XDG_CACHE_HOME": "/h", "XDG_STATE_HOME": "/s"},
            ("/c/earcoach", "/h/earcoach", "/s/earcoach"),
        ),
        (
            "freebsd14",
            {"XDG_CONFIG_HOME": "here", "XDG_CACHE_HOME": "", "XDG_STATE_HOME": " "},
            (".config/earcoach", ".cache/earcoach", ".local/state/earcoach"),
        ),
        (
            "darwin",
            {"XDG_CACHE_HOME": "/h"},
            (
                "Library/Application Support/earcoach",
                "Library/Caches/earcoach",
                "Library/Application Support/earcoach",
            ),
        ),
        ("win32", {"LOCALAPPDATA": "/l"}, ("/l/earcoach", "/l/earcoach/Cache", "/l/earcoach")),
        (
            "win32",
            {},
            (
                "AppData/Local/earcoach",
                "AppData/Local/earcoach/Cache",
                "AppData/Local/earcoach",
            ),
        ),
    ],
)
def test_files_are_where_a_system_wants_them(
    system: str, variables: dict[str, str], expected: tuple[str, str, str]
) -> None:
    kinds: Any = ("config", "cache", "state")
    found = [place_of(kind, system=system, variables=variables, home=HOME) for kind in kinds]
    assert found == [HOME / path for path in expected]
