"""Where files are: what is bundled with the program, and the user's own folders."""

import os
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from earcoach.arguments import path_of

Config = Path | Literal["user"] | None
"""Where someone's own settings are: in the user's own folder, in another, or nowhere."""
USER: Literal["user"] = "user"
NAME = "earcoach"
FolderKind = Literal["config", "cache", "state"]
USUAL: Mapping[FolderKind, str] = MappingProxyType(
    {"config": ".config", "cache": ".cache", "state": ".local/state"}
)
"""Where files of a kind are on Linux and the like, in the home folder."""


@cache
def bundled(folder: str) -> Path:
    """A bundled folder, `routines` or `sounds`: inside the installed package, or in a checkout."""
    package = Path(__file__).parent
    installed = package / "_data" / folder
    return installed if installed.is_dir() else package.parent.parent / folder


def user_folder(folder: str) -> Path:
    """A folder of the user's own settings, which need not exist."""
    return _here("config") / folder


def own_path(name: str, config: Config = USER) -> Path | None:
    """A file or folder of someone's own settings, which need not exist; None where none count."""
    if config == USER:
        return user_folder(name)
    return None if config is None else path_of("config", config) / name


def cache_folder(folder: str) -> Path:
    """A folder for what can be made again, which need not exist."""
    return _here("cache") / folder


def state_folder(folder: str) -> Path:
    """A folder for what the program remembers of past sessions, which need not exist."""
    return _here("state") / folder


def session_bus() -> str | None:
    """Where the bus of the desktop's session is, which carries media keys; None without one."""
    return os.environ.get("DBUS_SESSION_BUS_ADDRESS") or None


def _here(kind: FolderKind) -> Path:
    return place_of(kind, system=sys.platform, variables=os.environ, home=Path.home())


def place_of(kind: FolderKind, *, system: str, variables: Mapping[str, str], home: Path) -> Path:
    """Where a system, as Python names it, wants a program's files of a kind.

    A variable of XDG that is no whole path counts for nothing, as their rules say.
    """
    if system == "win32":
        local = variables.get("LOCALAPPDATA") or home / "AppData" / "Local"
        return Path(local, NAME, "Cache" if kind == "cache" else "")
    if system == "darwin":
        return home / "Library" / ("Caches" if kind == "cache" else "Application Support") / NAME
    chosen = Path(variables.get(f"XDG_{kind.upper()}_HOME", "").strip())
    return (chosen if chosen.is_absolute() else home / USUAL[kind]) / NAME
