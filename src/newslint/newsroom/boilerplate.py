"""Recognise a site's boilerplate (menus, share bars, comment forms, footers) by its words.

The word lists are our own reading of what news sites and blogs print around their articles, in English, with the
commonest German, French and Spanish ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from newslint.newsroom.boilerplate_words import (
    ADVERTISEMENT,
    COMMENTS,
    FOOTER,
    MENU,
    OTHER,
    RELATED,
    SECTION_WORDS,
    SHARE,
)
from newslint.newsroom.services import stands_in_place
from newslint.parts import Role
from newslint.patterns import pattern

# The longest line, in code points, that may be boilerplate by its first words, and the longest notice.
_LONGEST, _LONGEST_NOTICE = 220, 1200

_SPACES = pattern(r"\s+")
_EDGES = " \t.:!?,;|•·…»›>→«<‹[](){}*_-–—+#&\"'“”‘’✕×▼▾▲⌄"

_LEFT_EDGES = _EDGES + "("


@cache
def _exact() -> dict[str, Role]:
    found: dict[str, Role] = {}
    for role, words in _EXACT.items():
        for word in words:
            found.setdefault(word, role)
    return found


_EXACT: dict[Role, frozenset[str]] = {
    "menu": MENU,
    "share": SHARE,
    "comments": COMMENTS,
    "advertisement": ADVERTISEMENT,
    "related": RELATED,
    "footer": FOOTER,
    "other": OTHER,
}


# How lines of boilerplate begin, by role. The words in front are those that such a line can begin with ("0" is any
# digit): a line with another first word needs no pattern at all.
_Opening = Role | Literal["newsletter", "call"]
_OPENINGS: tuple[tuple[_Opening, str, str], ...] = (
    (
        "footer",
        "© c copyright all we this by powered designed built proudly theme do see read view terms privacy diese wir",
        r"""
        © | c\)\s*(?:19|20)\d\d | copyright\s*(?:©|\(c\)|19|20|by\b|notice) | all\srights\sreserved
      | we\suse\scookies | this\s(?:web)?site\suses\s(?:cookies|akismet) | by\scontinuing\sto\s(?:use|browse)
      | powered\sby\s | designed\sby | built\swith\s | proudly\spowered | theme\sby\s
      | (?:see|read|view)\sour\s(?:privacy|terms|cookie) | do\snot\ssell\s
      | terms\sof\s(?:use|service)\b.{0,60}privacy | privacy\spolicy\b.{0,60}terms
      | diese\s(?:web)?seite\s(?:verwendet|benutzt|nutzt)\scookies | wir\sverwenden\scookies
        """,
    ),
    (
        "call",
        """click for to read learn know find see download get visit buy book order apply register sign shop donate join
        start purchase achetez commandez compra compre acquista kaufen bestellen""",
        r"""
        click\s(?:here|below|the\slink|on\sthe\slink)\b
      | for\s(?:more|further|full|complete|additional)\s(?:information|info|details|updates|news)\b
            .{0,40}\b(?:click|visit|go\sto|follow|subscribe|check)\b
      | for\s(?:all\s)?(?:the\s)?(?:latest|more|breaking)\s(?:[\w-]+\s){0,3}?
            (?:news|updates|stories|headlines|reviews|videos)\b
            .{0,40}\b(?:follow|subscribe|download|join|visit)\s(?:us|to|our|the)\b
      | to\s(?:learn|read|know|find\sout|see)\smore\b.{0,40}\b(?:click|visit|go\sto)\b
      | (?:read|learn|know|find\sout|see)\smore\s(?:here|at|on\sour)\b
      | (?:download|get)\s(?:our|the)\s(?:\w+\s){0,3}app\b
      | (?:buy|order|purchase|achetez|commandez|compra|compre|acquista|kaufen|bestellen)\s(?:[\w’'-]+\s){1,8}?
            (?:in|at|on|from|dans|en|nel|na|im|in\sunserem|auf)\s(?:our|notre|nuestra|nostro|nossa|unserem)\s
      | visit\sour\s(?:website|site|page|store|shop)\b
      | (?:buy|book|order|apply|register|sign\sup|shop|donate|join|start)\s(?:it\s)?(?:now|here|today)\s*[!>»→]*$
        """,
    ),
    (
        "share",
        """share follow like find connect tweet click klick klicken klicke cliquez cliquer haz fai clique diese
        diesen 0""",
        r"""
        click\sto\s(?:share|e-?mail|print|tweet)\b | klicke?n?,?\s(?:um|zum)\s.{2,40}(?:teilen|senden|drucken)\b
      | (?:cliquez|cliquer)\spour\s(?:partager|imprimer|envoyer)\b | clique\spara\s(?:compartilhar|imprimir|enviar)\b
      | haz\sclic\spara\s(?:compartir|imprimir|enviar)\b | fai\sclic\s(?:qui\s)?per\s(?:condividere|stampare|inviare)\b
      | diesen?\s(?:seite|artikel|beitrag)\s(?:drucken|teilen|empfehlen|weiterempfehlen|versenden)\b
      | share\s(?:this|on|via|to|with)\b
      | follow\s(?:us\b|me\b|@|(?:him|her)\son\b|\w+\s\w+\son\s(?:twitter|x|facebook|instagram)\b)
      | \d[\d.,k]*\s(?:shares?|likes?|retweets?|views?|reads?|claps?|votes?)\b
      | like\sus\son\s | find\sus\son\s | connect\swith\sus | tweet\sus\b
        """,
    ),
    (
        "newsletter",
        """sign signed subscribe get enter add type by join receive already you unsubscribe never don't newsletter was
        you've enjoy enjoyed enjoying liked recevez recevoir erhalten holen hol bekommen recibe reciba recibir ricevi
        ricevete receba""",
        r"""
        (?:sign|signed)\sup\s(?:for|to|now|here|today)\b | subscribe\s(?:to|now|for|today|via|and)\b
      | get\s(?:our|the|all\sthe|breaking|daily|weekly|more)\s.{0,60}\b(?:inbox|newsletters?|alerts?|email)\b
      | (?:enter|add|type)\syour\se-?mail\b
      | by\s(?:signing\sup|subscribing|clicking|registering|submitting|providing)\b.{0,60}\b(?:you|your|our)\b
      | (?:join|receive)\s.{0,50}\b(?:newsletters?|subscribers|mailing\slist)\b
      | already\sa\s(?:subscriber|member)\s*(?:\?|$) | (?:you\scan\s)?unsubscribe\s(?:at\sany|any|here)
      | never\smiss\s.{0,60}(?:story|update|news|post) | don['’]t\smiss\s.{0,40}(?:newsletter|update|inbox)
      | newsletter\b.{0,20}(?:abonnieren|anmelden)
      | join\s(?:our|the|\d[\d.,]*)\s.{0,40}\b(?:readers|channel|group|community|telegram|whatsapp)\b
      | get\s(?:the\s)?latest\snews\b | add\s(?:\w+\s){0,2}as\sa\spreferred\ssource
      | (?:enjoy(?:ed|ing)?|liked)\s(?:this|reading|our)\b.{0,60}\?\s.{0,40}
            \b(?:support|subscribe|donate|sign\sup|join)\b
      | (?:recevez|recevoir|erhalten|holen|hol|bekommen|recib(?:e|a|ir)|ricev(?:i|ete)|receba)\s.{0,100}?
            \b(?:votre|ta|notre|ihre?m?|deine?m?|unseren?|tu|su|nuestro|tua|vostra|nostra|sua|seu|nossa|per|por)\s(?:\w+\s)?
            (?:boîte|e-?mail|newsletter|infolettre|postfach|correo|bandeja|boletín|posta|casella|caixa)\b
      | you(?:\shave|'ve)\s(?:read|reached|used|viewed)\s.{0,30}\b(?:free|your)\b.{0,20}\b(?:articles?|stories|limit)\b
      | was\sthis\s(?:page|article|story|answer|information)\s(?:helpful|useful)
        """,
    ),
    (
        "comments",
        """leave post write add cancel comments comment your save notify you please log sign required no deine dein ihre
        0""",
        r"""
        \d[\d.,k]*\s(?:comments?|replies|responses|thoughts\son|kommentare?|commentaires|comentarios)\b
      | (?:leave|post|write|add)\s(?:a|your)\s(?:comment|reply|response)\b | cancel\sreply
      | comments\sare\s(?:closed|off|disabled|moderated) | your\semail\saddress\swill\snot\b
      | save\smy\sname,\semail | notify\sme\sof\s(?:new|follow)
      | (?:you\smust|please)\s(?:be\slogged\sin|log\sin)\s | (?:log|sign)\sin\sto\s(?:comment|reply|leave|post)
      | required\sfields\sare | no\scomments\b | \d+\s(?:people|bloggers)\s(?:like|are)
      | comments?\s*[(:|]\s*\d+ | (?:deine?|ihre)\se-mail-adresse\swird\snicht
        """,
    ),
    (
        "related",
        """also read related see watch more don't recommended must up next previous listen lesen mehr lire à trending
        popular latest in gallery you view das if""",
        r"""
        (?: (?:also\s)?read(?:\s(?:more|also|next|this|on))? | related(?:\s\w+)? | see\salso | also\ssee
          | watch(?:\salso)? | more(?:\son\sthis)? | don['’]t\smiss | recommended | must\sread | up\snext | next\sup
          | (?:previous|next)(?:\spost|\sarticle|\sstory)? | listen(?:\snow)? | lesen\ssie\sauch
          | mehr\szum\sthema | lire\saussi | à\slire | trending | popular | latest | in\spictures | gallery
        ) \s?[:|»›>→]
      | (?:more|latest)\s(?:from|stories|articles|posts|news)\s(?:from|by|on|in|about)\b
      | more\sfrom\s(?:the\s)?\w | you\s(?:may|might)\s(?:also\s)?(?:like|enjoy|be\sinterested)
      | if\syou\s(?:enjoyed|liked)\sth.{0,40}\byou\s(?:may|might|will)\b
      | (?:read|view)\s(?:all|more)\s(?:posts|articles|stories|from|about|by)\b | das\skönnte\s(?:sie|dich)\sauch
        """,
    ),
    (
        "other",
        """tags tag tagged filed posted categories category categorised keyword keywords topic topics schlagwörter
        schlagworte stichwort stichworte themen mots-clés etiquetas estimated reading read lesezeit view your please
        enable turn javascript loading this video there an breaking hide image listen watch temps tiempo tempo
        dieses special especial envoyé envoyée enviado enviada inviato inviata diesen den artikel écouter écoutez
        escucha escuchar ascolta ouça ouvir 0""",
        r"""
        (?: tags? | tagged(?:\swith)? | filed\s(?:under|in) | posted\sin | categories | category | categorised
          | keywords? | topics? | schlagwörter | schlagworte | stichworte? | themen | mots-clés | etiquetas ) \s?[:|]
      | (?:filed\sunder|posted\sin|tagged(?:\swith)?)\s
      | \d+[\s-](?:min|minute|minutes|mins)\s?(?:read|to\sread|lesezeit)?$
      | (?:estimated\s)?(?:reading|read)\stime\b | lesezeit\b | (?:listen|watch|read)\s?[·•|]\s?\d+\s?min
      | (?:temps\sde\slecture|tiempo\sde\slectura|tempo\sdi\slettura|tempo\sde\sleitura)\b
      | view\s(?:author|all\sposts|full|gallery|larger|more|image|slideshow)\b
      | your\s(?:web\s)?browser\s(?:is|does) | (?:please\s)?(?:enable|turn\son)\sjavascript
      | javascript\s(?:is|must|seems|required) | loading\b.{0,10}$
      | (?:this\s)?video\s(?:is\sunavailable|player|length) | (?:there\swas|an)\serror\s(?:processing|occurred)
      | breaking\snews\salerts | turn\son\s(?:desktop\s)?notifications | hide\s(?:this|caption)
      | \d+\s(?:of|von|sur|de|di)\s\d+\s?[|·•] | special\sto\s(?-i:(?:[Tt]he\s)?[A-Z])[\w.’' ]{1,40}$
      | especial\spara\s(?-i:(?:(?:o|a|el|la)\s)?[A-Z])[\w.’' ]{1,40}$
      | (?:envoyée?|enviad[oa]|inviat[oa])\s(?:spéciale?|especial|speciale)\b[\w.’' ]{0,40}$
      | listen\sto\s(?:this|the)\s(?:article|story|audio)\b | (?:diesen\s|den\s)?artikel\s(?:anhören|hören|vorlesen)\b
      | écoute[rz]\s(?:cet\s|l['’])article\b | escuchar?\s(?:este|el)\sartículo\b
      | ascolta\s(?:questo\s|l['’])articolo\b | ou(?:ça|vir)\s(?:este|o|esta|a)\s(?:artigo|matéria|reportagem|texto)\b
      | image\s\d+\sof\s\d+ | dieses\sthema\sim\sprogramm
        """,
    ),
)


@cache
def _roles_by_first_word() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, (_, words, _) in enumerate(_OPENINGS):
        for word in words.split():
            found[word] = (*found.get(word, ()), number)
    return found


@cache
def _opening(number: int) -> re.Pattern[str]:
    return pattern(_OPENINGS[number][2], re.VERBOSE | re.IGNORECASE)


_FIRST_WORD = pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d|©")


def _role_of_opening(text: str) -> _Opening:
    """Return the role that the beginning of a line speaks for, or nothing."""
    first = _FIRST_WORD.match(text)
    if first is None:
        return ""
    word = "0" if first.group().isdigit() else first.group().lower().replace("’", "'")
    for number in _roles_by_first_word().get(word, ()):
        if _opening(number).match(text):
            return _OPENINGS[number][0]
    return ""


_ADVERT = pattern(r"(?:advertisement|anzeige|werbung|sponsored\scontent)\s?[:|–—-]", re.IGNORECASE)
_RIGHTS = pattern(
    r"all\srights\sreserved|alle\srechte\svorbehalten|tous\sdroits\sréservés|©\s?(?:19|20)\d\d", re.IGNORECASE
)
# A line without any of these in its key has none of those.
_RIGHTS_HINTS = ("reserved", "vorbehalten", "réservés", "©")
_HERE = pattern(r"\bclick(?:ing)?\shere\b|\bclick\son\sthe\slink\b|\bhere\s?(?:>>|»|→)$", re.IGNORECASE)
_OTHER_STOP = pattern(r"[.!?…]\s+\S")


def line_key(line: str) -> str:
    """Return a line in small letters, without the marks at its ends, with single spaces."""
    return _SPACES.sub(" ", line.strip(_EDGES).replace("’", "'")).lower()


def boilerplate_role(line: str) -> Role:
    """Return what sort of a site's boilerplate a line is (a role of `Block`), or nothing."""
    if stands_in_place(line):
        return "call-to-action"
    if len(line) > _LONGEST:
        return "footer" if len(line) < _LONGEST_NOTICE and _is_notice(line) else ""
    return _role_of_short(line)


def _role_of_short(line: str) -> Role:
    plain = line_key(line)
    if not plain:
        return "" if any(map(str.isalnum, line)) else "other"
    role = _exact().get(plain) or _role_of_counted(plain)
    if role or plain.isdigit():
        return role or ""
    return _role_of_row(line) or _role_by_opening(line.lstrip(_LEFT_EDGES), line, plain)


_COUNTED = pattern(r"\s\(?\d[\d.,]*$")


def _role_of_counted(plain: str) -> Role:
    """Return the role of an entry with a number behind it: `View comments (37`, `Comments 214`."""
    found = _COUNTED.search(plain) if plain[-1].isdigit() else None
    if found is None:
        return ""
    role = _exact().get(plain[: found.start()], "")
    return role if role in ("comments", "share") or plain[found.start() + 1] == "(" else ""


def _role_of_row(line: str) -> Role:
    return "menu" if is_menu_line(line) else _role_of_entries(line)


def _is_notice(line: str) -> bool:
    text = line.lstrip(_LEFT_EDGES)
    return _role_of_opening(text) == "footer" and not _is_prose("footer", text, line, line.count(" ") + 1)


def _role_by_opening(text: str, line: str, plain: str) -> Role:
    if _ADVERT.match(text):
        return "advertisement"
    if any(hint in plain for hint in _RIGHTS_HINTS) and _RIGHTS.search(line):
        return "footer"
    role, words = _role_of_opening(text), line.count(" ") + 1
    if not role:
        return "call-to-action" if words <= 14 and _names_link(line, plain) else ""
    return "" if _is_prose(role, text, line, words) else _ROLES.get(role, "call-to-action")


# The roles that lines of some openings have; the others call to something.
_ROLES: Mapping[_Opening, Role] = {
    "footer": "footer",
    "share": "share",
    "comments": "comments",
    "related": "related",
    "other": "other",
}


def _names_link(line: str, plain: str) -> bool:
    return ("here" in plain or "click" in plain) and _HERE.search(line) is not None


# Lines of these roles, if they are longer or go on after a full stop, are prose that begins with such words.
_MOST_WORDS: Mapping[_Opening, int] = {"share": 24, "related": 24, "other": 24, "call": 22}


def _is_prose(role: _Opening, text: str, line: str, words: int) -> bool:
    """Tell whether a line is a sentence that merely begins with a site's words; a notice is one by nature."""
    is_sentence = words > 6 and line.rstrip()[-1] == "." and role != "call"
    if role in _MOST_WORDS:
        return is_sentence or words > _MOST_WORDS[role] or _OTHER_STOP.search(line) is not None
    if role == "footer":
        return words > 14 and _is_no_notice(text, line, words)
    return role == "comments" and is_sentence and _COUNT.match(text) is not None


def _is_no_notice(text: str, line: str, words: int) -> bool:
    return _CREDIT.match(text) is not None or (words > 60 and _OTHER_STOP.search(line) is not None)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _entries() if words)


@cache
def _entries() -> dict[tuple[str, ...], Role]:
    """Return the entries of all sorts by their words, a section's name as a menu's."""
    found = {tuple(_MENU_TOKEN.findall(entry)): role for entry, role in reversed(_exact().items())}
    return {**dict.fromkeys(((word,) for word in SECTION_WORDS if " " not in word), "menu"), **found}


_LONGEST_ENTRY = 5  # words
# A row of entries may have one word in so many that is in no list.
_KNOWN_IN_ROW = 0.75


def _role_of_entries(line: str) -> Role:
    """Return the sort that most entries in a row have, of a line that is little else than such entries."""
    if not 6 <= len(line) <= 200 or line[-1] in "?!…":
        return ""
    tokens = list(map(str.lower, _MENU_TOKEN.findall(line.replace("’", "'"))))
    roles: list[Role] = []
    most_unknown = (1 - _KNOWN_IN_ROW) * len(tokens)
    at = unknown = 0
    while at < len(tokens) and unknown <= most_unknown:
        size = _size_of_entry(tokens, at)
        if size:
            roles.append(_entries()[tuple(tokens[at : at + size])])
        unknown += not size
        at += size or 1
    if unknown > most_unknown or len(roles) < 2 or len(tokens) - unknown < 3:
        return "menu" if _are_controls(line, tokens) else ""
    return max(roles, key=roles.count)


# What a page's head offers beside its sections.
_CONTROLS = frozenset(
    """menu search sections login subscribe menü suche anmelden abo abonnieren rechercher connexion s'abonner buscar
    menú secciones suscríbete cerca sezioni accedi abbonati pesquisar entrar assine""".split()
)


def _are_controls(line: str, tokens: Sequence[str]) -> bool:
    """Tell whether a line of two or more words with capitals is only what a page's head offers: `Sections Search`."""
    return len(tokens) > 1 and _CONTROLS.issuperset(tokens) and all(word[0].isupper() for word in line.split())


def _size_of_entry(tokens: Sequence[str], at: int) -> int:
    """Return how many words the longest entry has that begins at a word, 0 if none does."""
    if tokens[at] not in _first_words():
        return 0
    size = min(_LONGEST_ENTRY, len(tokens) - at)
    while size and tuple(tokens[at : at + size]) not in _entries():
        size -= 1
    return size


_COUNT = pattern(r"\d|no", re.IGNORECASE)
# Credits of a site's makers are short; longer, they are prose that begins with such words.
_CREDIT = pattern(r"(?:powered|designed|built|theme)\b", re.IGNORECASE)
_CRUMB_MARK = pattern(r"[›»>/|•·→➤]|::")
_CRUMB = pattern(r"(?:(?<!\s)\s+)?(?:[›»>/|•·]|::|→|➤)\s*")
_ARROW = pattern(r"\s[›>→➤»]\s")
_MENU_TOKEN = pattern(r"[\w'’&-]+")


@cache
def _menu_words() -> frozenset[str]:
    return SECTION_WORDS | MENU | FOOTER


def is_menu_line(line: str) -> bool:
    """Tell whether one line holds a site's menu, or the trail of breadcrumbs to the page."""
    if not 8 <= len(line) <= 400 or line[-1] in ".!?…":
        return False
    return _is_trail(line) or _is_menu(line)


def _is_trail(line: str) -> bool:
    """Tell whether a line is cut by marks into the entries of a menu or the steps from the home page."""
    if not _CRUMB_MARK.search(line):
        return False
    parts = [line_key(part) for part in _CRUMB.split(line)]
    if parts[0] in _HOMES and parts[1]:
        return True
    known = sum(map(_menu_words().__contains__, parts))
    if len(parts) >= 3 and known * 2 > len(parts):
        return True
    return _has_steps(line, parts) and (_is_path(line, len(parts)) or (len(parts) >= 5 and known >= 2))


def _has_steps(line: str, parts: Sequence[str]) -> bool:
    """Tell whether all parts of a line are as short as entries of menus, which have neither figures nor values."""
    return all(1 <= len(part.split()) <= 3 for part in parts) and _VALUE_SIGN.search(line) is None


_HOMES = ("home", "startseite", "accueil", "inicio", "you are here: home")
_VALUE_SIGN = pattern(r"[\d:]")


def _is_path(line: str, size: int) -> bool:
    """Tell whether arrows lead from each part to the next: a path through the site's sections."""
    arrows = len(_ARROW.findall(line))
    return arrows == size - 1 and (size >= 3 or "›" in line)


# Running text: small words of sentences, and the end of one.
_SENTENCE = pattern(r"\b(?:is|are|was|were|will|has|have|your?|thanks)\b[^.!?]{0,200}[a-z]{2}[.!?](?=\s|$)")


def _is_menu(line: str) -> bool:
    """Tell whether most words of a line are the entries of menus, which have one word or two."""
    known = _menu_words()
    tokens = [token.lower() for token in _MENU_TOKEN.findall(line)]
    hits, covered, at = 0, 0, 0
    while at < len(tokens):
        size = 2 if at + 1 < len(tokens) and f"{tokens[at]} {tokens[at + 1]}" in known else 1
        if size == 2 or tokens[at] in known:
            hits += 1
            covered += size
        at += size
    if hits < 4:
        return hits == 3 and covered == len(tokens)
    if covered < len(tokens) and _SENTENCE.search(line):
        return False
    # Where all words have capitals, fewer of them need to be known.
    return covered > len(tokens) * (0.5 if any(map(str.islower, line.split())) else 0.4)
