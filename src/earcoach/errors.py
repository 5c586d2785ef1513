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


class NoVoice(EarcoachError):
    """No voice can speak on this machine."""

    exit_code = 4


class NoSoundDevice(EarcoachError):
    """No sound device can be opened."""

    exit_code = 4
