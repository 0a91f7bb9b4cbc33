"""The exceptions that newslint raises on purpose, each with subject, cause and way out."""

from __future__ import annotations

from collections.abc import Iterable


class NewslintError(Exception):
    """Report something that newslint cannot do, naming the input, the cause and the way out."""

    def __init__(self, subject: str, cause: str, way_out: str) -> None:
        self.subject = subject
        self.cause = cause
        self.way_out = way_out
        super().__init__(f"{subject}: {cause} {way_out}".strip())

    def __reduce__(self) -> tuple[type[NewslintError], tuple[str, str, str]]:
        return type(self), (self.subject, self.cause, self.way_out)


class UsageError(NewslintError):
    """Report a command line that cannot be carried out."""


class SourceError(NewslintError):
    """Report a file that cannot be read at all."""


class SourceTooLargeError(SourceError):
    """Report a file that is larger than `max_file_size` allows."""


class SourceNotTextError(SourceError):
    """Report a file that is no article in a format that newslint reads: a document, a picture, a program."""


class SourceNeedsExtraError(SourceError):
    """Report a document that can be read once the libraries for that are installed."""


class ConfigurationError(NewslintError):
    """Report a configuration file or profile that is not valid."""


class RuleFileError(NewslintError):
    """Report a rule file that is not valid."""


class MissingLibraryError(NewslintError):
    """Report a library that is not installed, and the extra of newslint that brings it."""


class ReadabilityBackendError(NewslintError):
    """Report a readability backend that is not installed or lacks its data."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name most like a mistyped one, or None if nothing is close."""
    from difflib import get_close_matches

    names = sorted(known)
    found = get_close_matches(word, names, n=1, cutoff=0.6)
    if not found and "/" not in word:
        found = [name for name in names if name.rpartition("/")[2] == word][:1]
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a way out for a mistyped name: the nearest known one as a question, or `otherwise` if none is close."""
    hint = nearest(word, known)
    return f"Did you mean `{hint}`?" if hint else otherwise


def missing_library(what: str, library: str, extra: str) -> MissingLibraryError:
    """Return the error for something that needs a library of one of newslint's extras."""
    return MissingLibraryError(what, f"`{library}` is not installed.", f"Run: pip install 'newslint[{extra}]'")
