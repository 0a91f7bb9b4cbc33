"""Find documents that are cited for what the article tells nothing else of, and that nothing identifies there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Article, Sentence
from newslint.checks.nearby import nearby_of
from newslint.checks.shared import MONTH, is_linked
from newslint.checks.strays import is_apart
from newslint.language.lexicon import Lexicon, table
from newslint.language.speech.cues import forms_of
from newslint.patterns import pattern
from newslint.spans import Extent

__all__ = ["find_lone_documents", "is_told_next"]

# What is written, filed, decreed or measured, and those who measure: none of them has a name here.
_NOUNS = """affidavit annex appendix autopsy brochure by-law bylaw certificate circular decree edict handbook leaflet
    logbook manual notebook order ordinance pamphlet rulebook textbook
    agreement analysis assessment audit bill briefing census charge-sheet chargesheet charter clause
    code contract convention deal deed diary directive document dossier draft e-mail email evaluation evidence
    experiment filing forecast guideline indictment inquest inquiry enquiry inspection investigation invoice
    lawsuit law lease ledger letter log manifesto manuscript memo memorandum meta-analysis paper petition poll
    post-mortem probe prospectus protocol questionnaire receipt record regulation report research review rule
    ruling scan sheet simulation spreadsheet statement statistic statute study submission survey syllabus test
    transcript treaty trial verdict guidance estimate findings""".split()
_MAKERS = """researcher scientist academic pollster statistician demographer epidemiologist firm panel team group
    think-tank consultancy body committee""".split()
_MAKING = frozenset("research expert polling survey independent consulting market scientific advisory".split())
_VERBS = """accuse advise agree allege argue ask allow assume ban bar blame call cap claim cite commit compare
    conclude confirm contain contend contradict count date demand depict describe detail disclose discover
    document draw entitle establish estimate expose find forbid give grant guarantee have highlight hint
    identify imply indicate insist leave let limit link list maintain make mention name note oblige order
    outline paint permit place point portray predict promise propose prove provide put quote rank rate read
    recommend record refer reject report require reserve reveal rule say set show specify spell state
    stipulate suggest tell trace turn uncover urge value warn""".split()
_WEAK = frozenset("have make let call ask draw turn place note order".split())
_LINKING = frozenset("under in according to per by citing from on".split())
# What identifies a document: its title, its number, its day, where it can be read, or a body with a name.
_IDENTIFIED = pattern(
    rf"""
      [“"‘][A-Z] | \b(?:[Ss]ection|[Aa]rticle|[Cc]lause|[Nn]o\.|[Cc]hapter|[Pp]aragraph)[ ]\d
    | \b(?:titled|entitled|called)\b | \bjournal\b | \b\d{{1,2}}[ ]{MONTH}\b | \b{MONTH}[ ]\d
    | \.(?:com|org|example|gov|net|ie|uk)\b
    | \b(?:by|from|of|for|at|with)[ ](?:the[ ]|both[ ]|its[ ])?(?!(?:EU|UK|US|American|British|European)\b)[A-Z]
    | \b(?:Act|Bill|Code|Order|Treaty|Convention|Directive|Constitution|Charter|Amendment)\b
    """,
    re.VERBOSE,
)
_CAPITAL = pattern(r"(?<=[\w,’'][ ])(?!(?:EU|UK|US|UN|[A-Z][a-z]+(?:an|ish|ese|ch))\b)[A-Z][\w’'-]+")
# Who has seen a document is not who wrote it.
_SEEN_BY = pattern(
    r"[ ](?:seen|obtained|reviewed|viewed|examined|read)[ ]by[ ](?:the[ ])?[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]*)?"
)
# Whose figures they are: “data from the rental board”.
_KEPT_BY = pattern(r"\b(?:data|figures|statistics|records|numbers)[ ](?:[a-z]+[ ]){0,2}(?:from|by)[ ]the[ ][a-z]")
_WORD = pattern(r"[^\W_][\w’'-]*|[^\w\s]")
_INITIALS = pattern(r"(?!(?:EU|UK|US|AI)\b)[A-Z]{2}")
# What takes up something that was told, and what is mostly taken up.
_BACK = frozenset("this these that those its their such subsequent later further similar earlier previous".split())
_TAKING_UP = frozenset(
    "research investigation probe inquiry enquiry findings paper analysis study survey data figures statistics test "
    "tests trial report deal agreement measure statement letter".split()
)
_LONGEST = 300
_CLOSING = frozenset("”\"'’»")
_MOST_BEFORE = 6  # words from the beginning of a phrase to its noun
_MOST_AFTER = 14  # words from the noun to its verb
_CLAUSES = frozenset(", ; : — – but and that while as because so when where yet although though".split())
_RELATIVES = frozenset("who whose whom which that".split())
_HAVE = frozenset("has have had".split())
_INNER = frozenset("for of to about into over with at is was are were will would".split()) - {"will"}
_NOT_AFTER = frozenset("of to a an the and or by with his her its their this that no".split())


@table
def _forms(lexicon: Lexicon) -> dict[str, bool]:
    """Return the finite forms of the verbs of documents, and whether each tells little by itself."""
    return {
        form: verb in _WEAK
        for verb in _VERBS
        for form, kind in forms_of(verb, lexicon)
        if kind in ("base", "third", "past")
    }


@table
def _participles(lexicon: Lexicon) -> frozenset[str]:
    """Return the participles of the verbs of documents, which follow “has” and “have”."""
    return frozenset(
        form for verb in _VERBS if verb not in _WEAK for form, kind in forms_of(verb, lexicon) if kind == "participle"
    )


def _plurals(nouns: list[str]) -> frozenset[str]:
    endings = ((noun, f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s") for noun in nouns)
    return frozenset(form for pair in endings for form in pair)


_MASS = "minutes will rules data statistics figures accounts guidance analyses meta-analyses memoranda"
_DOCUMENTS = _plurals(_NOUNS) | frozenset(_MASS.split())
_PEOPLE = _plurals(_MAKERS)
_GUARD = _DOCUMENTS | _PEOPLE
_JOINED = frozenset(word for word in _GUARD if "-" in word)


def find_lone_documents(article: Article) -> Iterator[tuple[Extent, str]]:
    """Yield place and noun of each document that says or shows something of which the article tells nothing else.

    None that somebody with a name cites, that has a title, a publisher, a day or a link, nor one that the article has
    told of before.
    """
    for number, block in article.prose_blocks():
        if block.kind != "paragraph" or block.is_strong:
            continue
        nouns = _GUARD & article.vocabulary(number)
        if not nouns:
            continue
        nouns |= _JOINED  # which a vocabulary has in parts
        for sentence in article.sentences_of.get(number, ()):
            may_tell = len(sentence.text) <= _LONGEST and any(map(sentence.text.lower().__contains__, nouns))
            found = _find_in(article, sentence) if may_tell else None
            if found is not None:
                yield found


# The name of a body or a person, and none that only begins a sentence: “says JD Tarrow”, “the Lune Institute”.
_MAKER = pattern(
    r"(?<=[\w,’'][ ])(?!(?:EU|UK|US|UN|I|[A-Z][a-z]+(?:an|ish|ese|ch)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    rf"|Sun)day|{MONTH})\b)[A-Z][\w’'-]+|\A(?:[A-Z][\w’'&-]*[ ]){{1,4}}(?:estimates?|said|says|found|finds)\b"
)
_AUTHOR = pattern(r"\b(?:authors?|writers?|compilers?)[ ]of[ ](?:(?:the|a|an)[ ])?$")


def is_told_next(article: Article, place: Extent) -> bool:
    """Tell whether one of the two sentences after a document tells whose it may be, or words beside it do.

    A lead often says “a study shows”, and the next sentence who made it. Beside a sentence about something else than
    the rest, only one that names such a document does.
    """
    sentences = article.sentences_of.get(place.passage, ())
    own = next((each for each in sentences if each.start <= place.start < each.end), None)
    if own is None:
        return False
    if _AUTHOR.search(own.text[: place.start - own.start]):
        return True
    after = [each for each in sentences if each.start >= own.end]
    for number in article.antecedents.after(place.passage)[:1]:
        after += article.sentences_of.get(number, ())
    said = article.text_of(place).lower().split()
    noun = said[-1]
    if said[0] in ("his", "her", "their", "its") or noun in _OF_ONE_CASE or noun == "polls":
        return True  # “polls” are many, which readers know
    nouns = _STUDIES if noun in _STUDIES else frozenset((noun,))
    if any(_is_linked_in(article, each) for each in after[:1]):
        return True
    if is_apart(article, own):
        return any(_names_beside(each, nouns) for each in after[:_NEXT])
    is_voiced = noun in _FIGURES and article.antecedents.has_voice_near(place.passage)
    return is_voiced or any(_tells_whose(article, each, nouns) for each in after[:_NEXT])


_NEXT = 2  # sentences
# Papers and tests of one case, whose keeper is known by it: “a post-mortem showed”, “invoices show”.
_OF_ONE_CASE = frozenset(
    "indictment indictments certificate certificates invoice invoices receipt receipts post-mortem autopsy test tests "
    "petition lease".split()
)
_FIGURES = frozenset("figures data statistics".split())
_STUDIES = frozenset("study studies survey surveys poll report reports research findings analysis".split())


def _is_linked_in(article: Article, sentence: Sentence) -> bool:
    return sentence.block in article.linked_blocks and any(
        link.block == sentence.block and sentence.start <= link.start < sentence.end for link in article.links
    )


def _names_beside(sentence: Sentence, nouns: frozenset[str]) -> bool:
    """Tell whether a sentence has a document of some nouns and a name."""
    is_named = _MAKER.search(sentence.text) is not None
    return is_named and not nouns.isdisjoint(_WORD.findall(sentence.text.lower()))


def _tells_whose(article: Article, sentence: Sentence, nouns: frozenset[str]) -> bool:
    """Tell whether a sentence names somebody beside a document of some nouns, or as who tells something."""
    if _names_beside(sentence, nouns):
        return True
    return _MAKER.search(sentence.text) is not None and any(
        each.source_kind in ("named", "institution", "document")
        and each.source
        and sentence.start <= each.source[0].start < sentence.end
        for each in article.attributions_of.get(sentence.block, ())
    )


def _find_in(article: Article, sentence: Sentence) -> tuple[Extent, str] | None:
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(sentence.text)]
    low = [word.lower() for word, _, _ in words]
    for at, word in enumerate(low):
        if word not in _GUARD or not (words[at][0].islower() or at == 0):
            continue
        if word == "order" and low[at - 1 : at] == ["in"]:
            continue  # “in order to”
        start = _start_of(low, at)
        while start is not None and start < at and low[start] in _CLOSING:
            start += 1  # “…,” the statement said
        if start is not None and (low[start].endswith("ing") or low[start] in _RELATIVES):
            continue  # “keeping paper records”, “whose contract forbids”
        if start is None or not _is_cited(article, low, start, at):
            continue
        place = Extent(sentence.block, sentence.start + words[start][1], sentence.start + words[at][2])
        if not _is_known(article, sentence, low, start, at, words[start][1]) and not article.is_quoted(*place):
            return (place, word) if is_apart(article, sentence) and not is_linked(article, place) else None
    return None


def _start_of(low: list[str], at: int) -> int | None:
    """Return where the phrase of a noun begins: at a clause, or after a word that leads to it."""
    for start in range(at, max(-1, at - _MOST_BEFORE), -1):
        if low[start] in _INNER:
            return None
        before = low[start - 1] if start else ""
        if start == 0 or before in _CLAUSES or before in _LINKING:
            is_maker = low[at] in _PEOPLE
            if is_maker and low[at] in ("firm", "firms", "panel", "panels", "team", "teams", "group", "groups", "body"):
                return start if not _MAKING.isdisjoint(low[start:at]) else None
            return start
    return None


def _is_cited(article: Article, low: list[str], start: int, at: int) -> bool:
    """Tell whether a document says or shows something, or something is said in it."""
    before = low[start - 1] if start else ""
    if before in _LINKING and (start == 1 or low[start - 2] in ("according", ",", "but", "and")):
        return low[at] in _DOCUMENTS and (before != "in" or "," in low[at : at + _MOST_AFTER])
    if before in _LINKING and before != "per":
        return False
    forms, participles = _forms(article.lexicon), _participles(article.lexicon)
    for place in range(at + 1, min(len(low), at + _MOST_AFTER)):
        word = low[place]
        if word in (".", ";", ":", "?"):
            return False
        if word in participles and not _HAVE.isdisjoint(low[max(at, place - 2) : place]):
            return True
        if word in ("is", "are", "was", "were", "be", "been"):
            return False
        if word in forms and low[place - 1] not in _NOT_AFTER:
            return not forms[word] or low[at] in _PEOPLE or place == at + 1
    return False


def _is_known(article: Article, sentence: Sentence, low: list[str], start: int, at: int, offset: int) -> bool:
    """Tell whether a document has a name, is one of before, or is somebody's to tell of."""
    text = _SEEN_BY.sub("", sentence.text)
    if _KEPT_BY.search(text, offset) or _IDENTIFIED.search(text) or _CAPITAL.search(text, offset, offset + 80):
        return True
    known, before = nearby_of(article), low[start:at]
    place = Extent(sentence.block, sentence.start + offset, sentence.start + offset + 1)
    if known.is_told_by_another(sentence, place) or not _BACK.isdisjoint(before):
        return True
    if before[:1] == ["the"] and (low[at] in _TAKING_UP or known.has_noun_before(sentence.block, low[at])):
        return True
    if low[at] == "will":
        return not any(word in ("his", "her", "the") or word.endswith(("’s", "'s")) for word in before)
    return _INITIALS.match(text, offset) is not None
