"""The check of help that a text about suicide or an eating disorder owes its readers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.article import Article
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.newsroom.helplines import offers_help, only_names_help
from newslint.newsroom.subjects_opened import is_subject


@check(
    grades=("once", "named"),
    placeholders=("opened", "helplines"),
    messages={
        "named": "The article is about suicide, self-harm or an eating disorder ({opened}) and names a helpline, but "
        "not how readers reach it{helplines}."
    },
)
def help_missing(
    article: Article,
    scene: Scene,
    *,
    topic: Annotated[Literal["suicide", "eating-disorder"], Option("the subject that calls for help")],
    signs: Annotated[Literal["", "suicidal", "eating"], Option("a list of frames that must find something, too")] = "",
) -> Iterator[Finding]:
    """Flag an article about a subject that may harm readers where it tells nobody where to find help.

    The message may use `{opened}`, the words that say what the article is about, and `{helplines}`, those of the
    newsroom's jurisdictions behind “such as”, or nothing.
    """
    opened = is_subject(article, topic, signs)
    if opened is None or offers_help(article, topic):
        return
    is_named = only_names_help(article, topic)
    yield Finding(
        article.anchor("help"),
        {"opened": opened.words, "helplines": _helplines(scene, topic)},
        "named" if is_named else "once" if opened.is_once else "default",
        anchor="help",
        message="named" if is_named else None,
    )


def _helplines(scene: Scene, topic: str) -> str:
    """Return the helplines of the newsroom's jurisdictions as the end of a sentence, or nothing."""
    known = [f"{line.name} ({line.number})" for line in scene.jurisdictions.helplines(topic)]
    return f", such as {' or '.join(known)}" if known else ""
