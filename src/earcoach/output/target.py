"""The place of a file that is to be written: what can be known to be wrong before it is."""

from pathlib import Path

from earcoach.errors import UsageError
from earcoach.output.file_options import FileOptions
from earcoach.output.formats import Format, encoding_of, format_of


def check_name(path: Path) -> None:
    """Raises UsageError for a name that no file can have."""
    try:
        path.exists()
    except OSError as error:
        raise UsageError(f"`{path.name}` cannot be written: {error.strerror}") from None


def check_format(path: Path, options: FileOptions) -> Format:
    """The format that is asked for. Raises UsageError when there is none such."""
    format_ = format_of(path, options.format)
    encoding_of(format_, channels=1, bitrate_kbps=options.bitrate)
    return format_


def check_place(path: Path, options: FileOptions) -> None:
    """Raises UsageError when something is there that is not to be replaced, or no folder is."""
    if path.exists() and not options.force:
        raise there_already(path)
    if path.exists() and not path.is_file() and not path.is_dir():
        raise UsageError(f"`{path}` is a device, not a file", cure="name a file")
    if not path.absolute().parent.is_dir():
        raise UsageError(f"there is no folder `{path.parent}`", cure="make it first")


def there_already(path: Path | str) -> UsageError:
    """The error for what is not to be replaced."""
    return UsageError(f"`{path}` is there already", cure="add --force to replace it")
