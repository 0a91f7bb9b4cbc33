"""What may be wrong with a suppression."""

from __future__ import annotations

from newslint.records import NamedTuple
from newslint.spans import Span

# The family of the diagnostics about suppressions; an article cannot suppress these.
FAMILY = "suppressions"


class Fault(NamedTuple):
    """Something wrong with a suppression; `kind` is missing-reason, unknown-rule, malformed, expired or unused.

    `use` is the name to write instead of the one at the span, where there is one.
    """

    kind: str
    span: Span
    message: str
    use: str = ""


class MalformedError(Exception):
    """What is wrong with how a suppression is written."""
