"""What stands between an office and who opens it, whichever way it is protected."""

from disclosure_desk.faults import Refusal


class PasswordNeeded(Refusal):
    """Nothing is shown of an office before its password was given to `unlock`."""

    def unlock(self, given: str) -> None:
        """Let the office be opened by this process. Raises WrongPassword."""
        raise NotImplementedError
