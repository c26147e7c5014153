"""What can go wrong, in a few kinds, each worded `where: what is wrong: value`."""

from __future__ import annotations


class AidflowsError(Exception):
    """Any failure that aidflows foresees; its text is one line."""


class SourceError(AidflowsError):
    """A file under raw/ is missing, broken or contradicts itself."""


class ReadError(AidflowsError):
    """A document cannot be read as text."""


class CheckError(AidflowsError):
    """Tables, receipts or checksums are not what they must be; all failures are listed."""

    def __init__(self, message: str, failures: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.failures = failures


class ReleaseError(AidflowsError):
    """A release is missing, incomplete, or would be overwritten."""


class QuestionError(AidflowsError):
    """A question names a table, column, country or option that does not exist."""
