"""Tell whether words around a name speak of relatives, so that another name with this surname may be another person."""

from __future__ import annotations

from newslint.patterns import pattern

_KIN = (
    r"(?:wife|wives|husband|spouse|brother|sister|sibling|son|daughter|father|mother|dad|mum|mom|parent|cousin|twin|uncle"
    r"|aunt|nephew|niece|grand(?:father|mother|son|daughter|parent|child|children)|step\w{0,9}|relative|widow(?:er)?"
    r"|namesake|neighbou?r)"
)
_RELATIVE = pattern(
    rf"\b(?:{_KIN}|couple|famil(?:y|ies)|married|marriage|née|in-law|divorced?|related|no relation|Senior|Junior|Jr|Sr"
    r"|elder|younger|dynasty|generations?)s?\b"
)
# “his brother, Ivo Lund”, “Ivo Lund, his brother”, “Ivo Lund and his wife”.
_KIN_BEFORE = pattern(rf"\b{_KIN}s?,?[ ]?(?:the[ ])?\Z")
_KIN_AFTER = pattern(
    rf"\A[^,.;]{{0,40}}(?:,|[ ]and)[ ](?:(?:his|her|the|an?|their|whose|[\w-]+[’']s)[ ](?:\w+[ ])?)?{_KIN}\b"
)
# “His brother said Ivo Lund had sailed alone”: the brother is not the one who sailed.
_SPEAKS = pattern(
    r"[ ](?:said|says|told|told[ ]\w+|thinks|thought|believes|believed|knew|claimed|claims|recalled|feared)[ ]"
)


def tells_relative(before: str, after: str) -> bool:
    """Tell whether what stands before a name, or the name and what follows, speaks of relatives.

    Relatives who only speak of the one named are no others of that name.
    """
    return any(not _SPEAKS.match(before, found.end()) for found in _RELATIVE.finditer(before)) or bool(
        _RELATIVE.search(after)
    )


def is_told_as_relative(before: str, after: str) -> bool:
    """Tell whether a name, with which `after` begins, is told to be that of somebody’s relative."""
    return bool(_KIN_BEFORE.search(before) or _KIN_AFTER.search(after))
