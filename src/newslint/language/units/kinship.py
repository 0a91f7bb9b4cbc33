"""Tell whether words around a name speak of relatives, so that another name with this surname may be another person."""

from __future__ import annotations

from newslint.patterns import pattern

_RELATIVE = pattern(
    r"\b(?:couple|wife|wives|husband|spouse|brother|sister|sibling|son|daughter|father|mother|dad|mum|mom|parent|cousin"
    r"|twin|uncle|aunt|nephew|niece|grand(?:father|mother|son|daughter|parent|child|children)|step\w{0,9}|famil(?:y|ies)"
    r"|married|marriage|née|relative|widow(?:er)?|in-law|divorced?|namesake|related|no relation|Senior|Junior|Jr|Sr"
    r"|elder|younger|neighbou?r|dynasty|generations?)s?\b"
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
