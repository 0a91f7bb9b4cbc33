"""Guess the language of a text from its stop words or its script; never says more than they show.

The stop words are the most frequent function words of each language, common facts collected by hand.
"""

from collections import Counter
from functools import cache
from itertools import islice

from newslint.language.units.comparison import fold_in_place
from newslint.patterns import pattern

_STOP_WORDS = {
    "en": """the of and to in a is that for it was on with as he be at by this had not are but from or have an they
        which one you were her all she there would their we him been has when who will more no if out so
        said what up its about than into them can only other new some could these two may then do first
        any my now such like our over man me even most after also did many before must through years
        where much your way down should because long each just those people how too""",
    "de": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus
        er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur
        oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe
        seine ihre dann unter wir soll ich eines jahr zwei diese""",
    "fr": """le la les de des du et en un une est que qui dans pour pas par sur au aux avec ce il elle se sont plus
        ne son sa ses mais ou comme cette ces nous vous été a ont leur leurs entre dont très aussi fait
        être deux même après sans où si bien ils elles on tout tous lui y c'est d'une d'un qu'il n'est
        avait était selon depuis contre encore""",
    "es": """el la los las de del y en un una es que por para con no se su sus al lo como más pero le ya o este sí
        porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante
        todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro otras
        ha fue han son ser está según dos años""",
    "it": """il lo la i gli le di del della dei delle dello degli e in un una uno è che per con non si da dal dalla
        al alla ai alle nel nella nei nelle sul sulla su come più ma anche sono ha hanno era essere
        stato stata questo questa questi loro o se ci cui dopo tra fra prima due anni così solo perché
        ancora già quando molto c'è dell'""",
    "pt": """o a os as de do da dos das e em no na nos nas um uma é que por para com não se ao aos à às pelo pela
        como mais mas foi são ser está também seu sua seus suas ou já muito entre quando até sem sobre
        depois há ele ela eles isso este esta essa anos dois ainda era têm tem segundo após""",
    "nl": """de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog door naar uit
        over hij ze wordt werd tot was heeft hebben die deze dit zich of al worden meer geen kan zou wel
        hun we ik jaar zo onder tegen na wat moet waar haar toch veel twee""",
    "sv": """och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan man
        när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla
        andra mycket än här då sedan över bara blir upp även vad två""",
    "da": """og i at det som en på er af for med til den har de ikke om et han men var jeg sig fra vi så kan man når
        år under også efter eller nu sin hvor ved mod skal ville kommer ud får være havde alle andre
        meget end her da over kun bliver op hvad to blev efter mellem siger være nogle noget hvis""",
    "no": """og i at det som en på er av for med til den har de ikke om et han men var jeg seg fra vi så kan man når
        år under også etter eller nå sin hvor ved mot skal ville kommer ut får være hadde alle andre mye
        enn her da over bare blir opp hva to ble mellom sier noen noe hvis etter""",
    "pl": """i w z na do się nie to że jest o a jak po od za przez dla ale przy tym co są ma tego już jego ich czy
        tylko oraz jej być był była było które który która także może bardzo gdy pod ze tak lub przed
        między również po roku lat jako zostały mnie jeszcze nad bo""",
    "fi": """ja on ei että se oli hän mutta ovat kun joka myös sen tai kuin niin olla ole vain jos mukaan jo sekä
        vuoden mitä hänen""",
    "tr": """ve bir bu da de için ile olarak çok daha olan gibi ne ama en var kadar sonra ise olduğu değil her göre o
        ya mi""",
    "ro": """și de la în a cu pe nu că din care o un mai este pentru fi au se ca prin sau fost după dar sunt până al
        ale lui""",
    "cs": """a v se na je že s z o do i to k ve pro za by ale si po jako podle od jsou který jeho nebo bude byl také
        jen však už při""",
    "ru": """и в не на что он с я как это по но из у за от так о же для бы до его или был быть если мы то при они к
        она был было были также после года уже который которые только""",
    "uk": """і в не на що він з як це по але із у за від так про же для до його або був бути якщо ми та при вони й
        вона було були також після року вже який які тільки є""",
    "ar": """في من على أن إلى التي عن الذي هذا هذه ما مع كان لا بعد قال بين أو كما خلال ذلك قد وقال كل""",
    "fa": """و در به از که این را با است آن برای یک تا بر هم می شود شد کرد خود ما نیز""",
}  # fmt: skip

_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Scripts by the language that most news in them is written in; Han signs alone are Chinese.
_SCRIPTS = {"ja": "\u3040-\u30ff", "ko": "\uac00-\ud7af", "zh": "\u4e00-\u9fff", "el": "\u0370-\u03ff",
            "he": "\u05d0-\u05ea", "th": "\u0e00-\u0e7f", "hi": "\u0900-\u097f"}  # fmt: skip
_SCRIPT = pattern("|".join(f"(?P<{language}>[{letters}])" for language, letters in _SCRIPTS.items()))
_OF_A_SCRIPT = pattern(f"[{''.join(_SCRIPTS.values())}]")
_LEAST_SIGNS = 20
_LIMIT = 400  # words; more hardly ever change the answer
_LEAST_WORDS = 20
_ENOUGH_WORDS = 60
_WHOLE = 720_720  # what each number of languages divides


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for language, words in _STOP_WORDS.items():
        for word in set(words.split()):
            table.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in table.items()}


def guess_language(text: str) -> str | None:
    """Guess the language as an ISO 639-1 code ("no" for both Norwegian standards); None where the words do
    not tell.

    At least 20 words are needed, at least one in six must be a stop word of the language, and no other
    language may come near: a text half English and half German is None. "und" is said of a text that no language
    shows in, where fewer than one in twelve of at least 60 words in small letters are English stop words.
    """
    by_script = _guess_by_script(text)
    if by_script:
        return by_script
    words = _first_words(text)
    if len(words) < _LEAST_WORDS:
        return None
    scores = dict.fromkeys(_STOP_WORDS, 0)
    shares = dict.fromkeys(_STOP_WORDS, 0)
    # The stop words of a text belong to a few dozen groups of languages, however long it is.
    groups = Counter(filter(None, map(_languages_of().get, fold_in_place(" ".join(words)).split(" "))))
    for languages, times in groups.items():
        for language in languages:
            # A word of many languages says little about each.
            scores[language] += times * _WHOLE // len(languages)
            shares[language] += times
    ranked = sorted(scores, key=lambda language: (-scores[language], language))
    best, second = ranked[0], ranked[1]
    if shares[best] * 6 < len(words) or scores[second] * 5 > scores[best] * 4:
        small = sum(word[0].islower() for word in words)
        return "und" if small >= _ENOUGH_WORDS and shares["en"] * 12 < small else None
    return best


def _first_words(text: str) -> list[str]:
    """Return the first 400 words of a text at most."""
    # A first look at what holds as many words in most texts; the last of them may be cut.
    words = _WORD.findall(text, 0, 8 * _LIMIT)
    if len(words) <= _LIMIT < len(text) / 8:
        return [match[0] for match in islice(_WORD.finditer(text), _LIMIT)]
    return words[:_LIMIT]


def _guess_by_script(text: str) -> str | None:
    """Return the language whose script most letters of a text are of; Japanese mixes its own with Han signs."""
    if not _OF_A_SCRIPT.search(text, 0, 4 * _LIMIT):
        return None
    letters = [letter for letter in islice(text, 4 * _LIMIT) if letter.isalpha()]
    found = Counter(match.lastgroup for match in _SCRIPT.finditer("".join(letters)))
    if found["ja"] * 10 > found["zh"]:
        found["ja"] += found.pop("zh", 0)
    language, signs = max(found.items(), key=lambda pair: pair[1], default=(None, 0))
    return language if signs >= _LEAST_SIGNS and 2 * signs > len(letters) else None
