"""The errors a user can meet, each with the exit code it ends the program with."""


class EarcoachError(Exception):
    """Something the user can act on: a message, and a cure where there is one."""

    exit_code = 1

    def __init__(self, message: str, *, cure: str | None = None) -> None:
        """Keep the message, and the cure apart from it, so that each is shown on its own line."""
        super().__init__(message)
        self.message = message
        self.cure = cure


def reason_of(error: Exception) -> str:
    """What an error says for people: of the system's, the words without their number."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    return f"{error.strerror}: `{error.filename}`" if error.filename else error.strerror


class UsageError(EarcoachError):
    """The call asks for what is not there: an unknown routine, section or option value."""

    exit_code = 2


def folder_error(path: object) -> UsageError:
    """The error for a folder where a file is needed."""
    return UsageError(f"`{path}` is a folder", cure="name a file in it")


def missing_file(path: object) -> UsageError:
    """The error for a file that is not there."""
    cure = "check its name, and the folder that you are in"
    return UsageError(f"there is no file `{path}`", cure=cure)


def unreadable(path: object, error: Exception) -> EarcoachError:
    """The error to raise for what went wrong as a file was read."""
    match error:
        case FileNotFoundError():
            return missing_file(path)
        case IsADirectoryError():
            return folder_error(path)
    return EarcoachError(f"cannot read `{path}`: {getattr(error, 'strerror', error)}")


class NoVoice(EarcoachError):
    """No voice can speak on this machine."""

    exit_code = 4


class NoSoundDevice(EarcoachError):
    """No sound device can be opened."""

    exit_code = 4
