"""What a check is given and yields, and a rule that is ready to run; every start imports it, so nothing heavy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from newslint.article import Article
from newslint.diagnostics import Citation, Finding, Severity, fill
from newslint.jurisdictions import Jurisdictions
from newslint.records import NamedTuple
from newslint.today import Today

if TYPE_CHECKING:
    from typing import Protocol, TypedDict

    from newslint.language.readability.measures import Backend
else:  # `typing` takes half a millisecond to make one of these, and a run asks nothing of them
    Protocol, TypedDict = object, dict


class Requirement(NamedTuple):
    """A section or disclaimer that a profile requires, and the words that satisfy it.

    `kind` is section (a heading with text under it), disclaimer (a sentence in the body or in front matter) or label
    (a short line or a metadata field that says what the article is). `headings` are the headings
    under which it may stand, `wordings` the phrases that satisfy it, all compared without case. `origin` is what asks
    for it: a profile, or a part of a configuration.
    """

    name: str
    kind: str
    headings: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()
    origin: str = ""


class Scene(NamedTuple):
    """What a check may know beside the article: the date, the profile, and what that profile requires.

    `hits` are the places of the check's own phrases, found by the automaton that all rules share; `names` are the
    spellings that the newsroom has registered; `type_field` is the field of front matter that the configuration reads
    an article's type from; `impossible` are patterns that match nowhere in the article's blocks, and `where` names the
    only blocks in which others may; of the rest nothing is known. `jurisdictions` are those that the newsroom chose and
    all that newslint knows.
    """

    today: Today
    profile: str = "news"
    required_elements: frozenset[str] = frozenset()
    required: tuple[Requirement, ...] = ()
    readability_backend: Backend = "newslint"
    site: SiteIndex | None = None
    hits: tuple[PhraseHit, ...] = ()
    names: tuple[str, ...] = ()
    type_field: str | None = None
    impossible: frozenset[str] = frozenset()
    where: Mapping[str, Sequence[int]] = {}
    jurisdictions: Jurisdictions = Jurisdictions()


class SiteIndex(Protocol):
    """Which files of a site exist, for links that lead to other files."""

    def has(self, path: str, target: str) -> bool:
        """Tell whether a target, as written in the file at a path, exists."""


class PhraseHit(NamedTuple):
    """A phrase of a rule found in a block's text [start, end)."""

    block: int
    start: int
    end: int
    phrase: str


class Check(Protocol):
    """Look at an article and yield what is wrong with it."""

    def __call__(self, article: Article, scene: Scene) -> Iterable[Finding]:
        """Yield findings in the order of the source."""


class Option(NamedTuple):
    """What stands beside an option in the signature of a check: what it does and the range of its values.

    `pattern` is the function that compiles the option where its values are regular expressions, `made` the one that
    makes a pattern of its words. They are called when rules are compiled, so that what is wrong with a pattern shows
    then. Signatures are read only when rules are compiled or documented: in a run an annotation is a string that nobody
    evaluates.
    """

    says: str
    ge: float | None = None
    le: float | None = None
    pattern: Callable[[Any], object] | None = None
    made: Callable[[Any], object] | None = None


class CheckType(NamedTuple):
    """A function that looks at articles, under the name that rule files call it by.

    Its keyword-only parameters are its options. `grades` are the grades that its findings may carry beside `default`;
    `needs` names what a format must be able to show (`images`, `links`, `heading-levels`, `structured-data`,
    `front-matter`) for the rule to be evaluated. `phrases` are the options whose phrases the shared automaton is to
    look for: their places come as `scene.hits`. `placeholders` are the values that each of its findings brings for the
    rule's message; `messages` are messages of its own by name, for findings that the rule's message does not describe.
    `searched` are the options whose patterns are looked for in the text of blocks: those that cannot match anywhere
    in an article come as `scene.impossible`; `finds_more` says that the check finds other things, too. With
    `reads_fields` they are looked for in the article's `loose_texts`, too, which are numbered after its blocks.
    `by_language` are options of which a rule may give one value for each language: the check gets that of the
    article's. `prepared` makes of an option what the check is given, once, when rules are built; what it makes of one
    of `phrases` yields those. Without a value in any of the options that it `asks` for, the check is not run. `fixes`
    says which fixes its findings may bring, `safe` and `unsafe`, or is a function that tells it from the options.
    `renamed` are former names of options. A check that is `general` serves any rule; the others are the code of one.
    """

    name: str
    run: Callable[..., Iterable[Finding]]
    grades: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()
    messages: Mapping[str, str] = {}
    renamed: Mapping[str, str] = {}
    general: bool = False
    searched: tuple[str, ...] = ()
    finds_more: bool = False
    reads_fields: bool = False
    by_language: tuple[str, ...] = ()
    prepared: Mapping[str, Callable[[Any], Any]] = {}
    fixes: tuple[str, ...] | Callable[[Mapping[str, Any]], tuple[str, ...]] = ()
    asks: tuple[str, ...] = ()

    @property
    def defaults(self) -> Mapping[str, Any]:
        """The defaults of options that need not be given."""
        return getattr(self.run, "__kwdefaults__", None) or {}

    def fixes_with(self, options: Mapping[str, Any]) -> tuple[str, ...]:
        """Return which fixes its findings may bring under some options."""
        return self.fixes if isinstance(self.fixes, tuple) else self.fixes(options)

    def bind(self, **options: Any) -> Check:
        """Return the check with these options, in place of their defaults."""
        return partial(self.run, **options) if options else self.run


# All that were imported, by name.
CHECK_TYPES: dict[str, CheckType] = {}

Looks = TypeVar("Looks", bound=Callable[..., Iterable[Finding]])


def check(**facts: Any) -> Callable[[Looks], Looks]:
    """Make a function a check type, named as it is with hyphens: see `CheckType` for the `facts`.

    It is called with an article and a scene, yields findings in the order of the source, and keeps nothing.
    """

    def register(function: Looks) -> Looks:
        name = function.__name__.replace("_", "-")
        CHECK_TYPES[name] = CheckType(name, function, **facts)
        return function

    return register


class CompiledRule(TypedDict):
    """A validated rule as plain data, without its examples."""

    id: str
    title: str
    severities: dict[str, str]
    profiles: list[str]
    preview: bool
    deprecated: dict[str, Any] | None
    formerly: list[str]
    languages: list[str]
    duty: str | None
    needs: str | None
    check: str
    options: dict[str, Any]
    yields_to: list[str]
    message: str
    remedy: str
    rationale: str
    limits: str
    sources: list[dict[str, str | None]]
    precision: dict[str, Any] | None
    path: str


OWN_VOICE = "own-voice"
"""The grade of every rule whose findings weigh less where a text speaks in its author's own voice."""

CAPTURED = "captured"
"""The grade of every rule whose findings weigh less in a text that was captured with the page around it."""

OF_TEXTS = (OWN_VOICE, CAPTURED)
"""The grades that every rule may give a severity, each for a sort of text."""


class Rule(NamedTuple):
    """A rule ready to run: what its file says, the severities and options that hold, and its check with those.

    `searched` are patterns of which one must match for the check to find anything, if it looks for no phrases and
    nothing else; none: it may find something anyway.
    `by_language` are the values of options by the language that they hold for, the first for an unknown one.
    """

    file: CompiledRule
    severities: Mapping[str, Severity]
    options: Mapping[str, Any]
    check_type: CheckType
    check: Check
    phrases: tuple[str, ...] = ()
    searched: frozenset[str] = frozenset()
    by_language: Mapping[str, Mapping[str, Any]] = {}

    @property
    def is_idle(self) -> bool:
        """Whether it has nothing to look for: no configuration has said what the newsroom asks."""
        asks = self.check_type.asks
        return bool(asks) and not any(self.options.get(name) for name in asks)

    def missing_value(self, language: str) -> str | None:
        """Return the name of an option that has no value for a language, or None."""
        for name, values in self.by_language.items():
            if language not in values:
                return name
        return None

    def may_find(self, impossible: frozenset[str]) -> bool:
        """Tell whether the rule may find anything where none of these patterns can match."""
        finds_more = self.check_type.finds_more or bool(self.check_type.phrases)
        return finds_more or not self.searched or not self.searched <= impossible

    def check_in(self, language: str | None) -> Check:
        """Return the check with the values for a language."""
        if not self.by_language:
            return self.check
        values = self.by_language.items()
        own = {name: known.get(language or "", next(iter(known.values()))) for name, known in values}
        return partial(self.check, **own)

    @property
    def id(self) -> str:
        """Its family and name, as in `structure/missing-byline`."""
        return self.file["id"]

    @property
    def sources(self) -> tuple[Citation, ...]:
        """Who says so."""
        return tuple(Citation(**source) for source in self.file["sources"])  # type: ignore[arg-type]

    def severity(self, grade: str) -> Severity:
        """Return the severity of a finding of a grade; a grade without one has the default's."""
        return self.severities.get(grade, self.severities["default"])

    def most(self, grade: str) -> Severity | None:
        """Return the highest severity that a finding may have in texts of a sort, one of `OF_TEXTS`, or None."""
        return self.severities.get(grade)

    def tell(self, finding: Finding) -> str:
        """Return the message of a finding: the one it names among the check's own, else the rule's, with its values."""
        own = self.check_type.messages
        return fill(self.file["message"] if finding.message is None else own[finding.message], finding.values)
