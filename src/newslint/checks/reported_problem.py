"""Flag what the reader of the file or its parser reported; it looks for nothing itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related


class Options(NamedTuple):
    """The `kind` of problem to report; `together` makes one finding of all of them, with related places."""

    kind: str
    together: bool = False


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Passes problems on, with `problem` for the message: what was met, as a clause without a full stop."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each problem of the kind, or one for all."""
        reported = (*article.source.problems, *article.problems)
        kind = self.options.kind
        found = sorted({p for p in reported if p.kind == kind}, key=lambda p: (p.span, p.message))
        if self.options.together and found:
            related = tuple(Related(problem.span, problem.message) for problem in found[1:])
            yield Finding(found[0].span, {"problem": found[0].message}, related=related)
            return
        for problem in found:
            yield Finding(problem.span, {"problem": problem.message})


CHECK = CheckType("reported-problem", Options, build, placeholders=("problem",))
