"""Where files are: what is bundled with the program, and the user's own folders."""

from functools import cache
from pathlib import Path
from typing import Literal

Config = Path | Literal["user"] | None
"""Where someone's own settings are: in the user's own folder, in another, or nowhere."""
USER: Literal["user"] = "user"


@cache
def bundled(folder: str) -> Path:
    """A bundled folder, `routines` or `sounds`: inside the installed package, or in a checkout."""
    package = Path(__file__).parent
    installed = package / "_data" / folder
    return installed if installed.is_dir() else package.parent.parent / folder


def user_folder(folder: str) -> Path:
    """A folder of the user's own settings, which need not exist."""
    from platformdirs import user_config_path

    return user_config_path("earcoach", appauthor=False) / folder


def own_path(name: str, config: Config = USER) -> Path | None:
    """A file or folder of someone's own settings, which need not exist; None where none count."""
    if config == USER:
        return user_folder(name)
    return None if config is None else Path(config) / name


def cache_folder(folder: str) -> Path:
    """A folder for what can be made again, which need not exist."""
    from platformdirs import user_cache_path

    return user_cache_path("earcoach", appauthor=False) / folder


def state_folder(folder: str) -> Path:
    """A folder for what the program remembers of past sessions, which need not exist."""
    from platformdirs import user_state_path

    return user_state_path("earcoach", appauthor=False) / folder
