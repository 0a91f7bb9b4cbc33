"""Find numbers that states give to one person: by form and check digit, or by form and the word that names them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from newslint.language.private import check_digits as by
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Number(NamedTuple):
    """A number found at [start, end): what it is called in a message."""

    start: int
    end: int
    name: str


class _Kind(NamedTuple):
    """A kind of number: its name and form, the words that name it, the check, and whether form and check suffice."""

    name: str
    form: str
    words: str
    check: Callable[[str], bool]
    is_distinct: bool = False


def _letter(letters: str, modulus: int) -> Callable[[str], bool]:
    """Return a check of numbers whose last character is their remainder in a row of letters."""

    def fits(text: str) -> bool:
        bare = by.bare(text)
        number = "".join(each for each in bare[:-1] if each.isdigit())
        return bool(number) and letters[int(number) % modulus] == bare[-1]

    return fits


def _finnish(text: str) -> bool:
    return by.begins_with_day(text) and _letter("0123456789ABCDEFHJKLMNPRSTUVWXY", 31)(text[:6] + text[7:])


def _spanish(text: str) -> bool:
    bare = by.bare(text)
    first = {"X": "0", "Y": "1", "Z": "2"}.get(bare[0], bare[0])
    return _letter("TRWAGMYFPDXBNJZSQVHLCKE", 23)(first + bare[1:])


def _irish(text: str) -> bool:
    bare = by.bare(text)
    second = ord(bare[8]) - 64 if len(bare) > 8 and bare[8] != "W" else 0
    total = by.weighted(bare[:7], (8, 7, 6, 5, 4, 3, 2)) + 9 * second
    return "WABCDEFGHIJKLMNOPQRSTUV"[total % 23] == bare[7]


def _norwegian(text: str) -> bool:
    first = by.weighted(text, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)) % 11
    second = by.weighted(text, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)) % 11
    return by.begins_with_day(text) and first == 0 and second == 0


def _danish(text: str) -> bool:
    return by.begins_with_day(text) and by.weighted(text, (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0


def _swedish(text: str) -> bool:
    ten = by.bare(text)[-10:]
    return by.begins_with_year(ten) and by.luhn(ten)


def _american(text: str) -> bool:
    area, group, serial = text[:3], text[3:].strip("- ")[:2], text[-4:]
    return area not in ("000", "666") and area < "900" and group != "00" and serial != "0000"


def _british(text: str) -> bool:
    return by.bare(text)[:2] not in ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ")


def _health_service(text: str) -> bool:
    return by.weighted(text, (10, 9, 8, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0


def _polish(text: str) -> bool:
    return by.weighted(text, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)) % 10 == 0


def _brazilian(text: str) -> bool:
    found = by.digits(text)
    if len(set(found)) == 1:
        return False
    return all(
        (sum(digit * (end + 1 - at) for at, digit in enumerate(found[:end])) * 10) % 11 % 10 == found[end]
        for end in (9, 10)
    )


def _belgian(text: str) -> bool:
    bare = by.bare(text)
    key = int(bare[-2:])
    return any(97 - int(century + bare[:-2]) % 97 == key for century in ("", "2"))


def _french(text: str) -> bool:
    bare = by.bare(text).replace("2A", "19").replace("2B", "18")
    return bare.isdigit() and 97 - int(bare[:13]) % 97 == int(bare[13:])


def _dutch(text: str) -> bool:
    return by.weighted(text, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


_ODD = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)


def _italian(text: str) -> bool:
    values = [int(each) if each.isdigit() else ord(each) - 65 for each in by.bare(text)]
    total = sum(value if at % 2 else _ODD[value] for at, value in enumerate(values[:-1]))
    return total % 26 == values[-1]


def _chinese(text: str) -> bool:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[by.weighted(text[:17], weights) % 11] == text[-1].upper()


def _swiss(text: str) -> bool:
    return by.weighted(text, (1, 3) * 6 + (1,)) % 10 == 0


def _singaporean(text: str) -> bool:
    bare = by.bare(text)
    total = by.weighted(bare, (2, 7, 6, 5, 4, 3, 2)) + (4 if bare[0] in "TG" else 0)
    return ("JZIHGFEDCBA" if bare[0] in "ST" else "XWUTRQPNMLK")[total % 11] == bare[-1]


def _african(text: str) -> bool:
    return by.begins_with_year(text) and by.luhn(text)


def _australian(text: str) -> bool:
    return by.weighted(text, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0


def _any(text: str) -> bool:
    return True


_PERSONAL = r"(?:personal|identity|identification|civil[ ]registration|birth|ID)[ ](?:number|code|no\b)|\bID\b"

_KINDS = (
    _Kind(
        "US Social Security number", r"\d{3}-\d{2}-\d{4}|\d{3}[ ]\d{2}[ ]\d{4}|\d{9}",
        r"social[ -]security|SSNs?\b", _american,
    ),
    _Kind(
        "UK National Insurance number",
        r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]\d\d[ -]\d\d[ -]\d\d[ -][A-D]"
        r"|[A-Z]{2}[ -]?\d{6}[ -]?[A-D]|[A-Z]{2}[ ]\d\d[ ]\d\d[ ]\d\d[ ][A-D]",
        r"national[ ]insurance|\bNI[ ](?:number|no)|NINO\b|insurance[ ]number", _british,
    ),
    _Kind(
        "UK National Insurance number",
        r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ ]\d\d[ ]\d\d[ ]\d\d[ ][A-D]", r"(?!)", _british, True,
    ),
    _Kind("NHS number", r"\d{3}[ -]?\d{3}[ -]?\d{4}", r"\bNHS\b|health[ ](?:service[ ])?number", _health_service),
    _Kind("Irish PPS number", r"\d{7}[ ]?[A-W][A-IW]?", r"\bPPSN?\b|personal[ ]public[ ]service", _irish),
    _Kind("Aadhaar number", r"[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}", r"aadhaa?r|\bUID(?:AI)?\b", by.verhoeff),
    _Kind("Indian PAN", r"[A-Z]{3}[^CFTGLJAB\W\d_a-z][A-Z]\d{4}[A-Z]", r"\bPAN\b|permanent[ ]account", _any),
    _Kind("Indian PAN", r"[A-Z]{3}P[A-Z]\d{4}[A-Z]", r"(?!)", _any, True),
    _Kind(
        "German tax identification number", r"[1-9]\d[ ]?\d{3}[ ]?\d{3}[ ]?\d{3}",
        r"steuer-?[ ]?id|steuer[- ]?identifikation|tax[ ](?:ID|identification|number)|\bIdNr\b", by.iso7064,
    ),
    _Kind(
        "German insurance number", r"\d\d[ ]?\d{6}[ ]?[A-Z][ ]?\d{3}",
        r"rentenversicherung|sozialversicherung|social[ ](?:security|insurance)|pension|insurance", _any,
    ),
    _Kind("Swedish personal number", r"(?:19|20)?\d{6}[-+]\d{4}", rf"personnummer|{_PERSONAL}", _swedish, True),
    _Kind("Danish CPR number", r"\d{6}-\d{4}", rf"\bCPR\b|{_PERSONAL}", _danish, True),
    _Kind("Norwegian identity number", r"\d{6}[ ]\d{5}", rf"f[øo]dselsnummer|{_PERSONAL}", _norwegian, True),
    _Kind("Norwegian identity number", r"\d{11}", rf"f[øo]dselsnummer|{_PERSONAL}", _norwegian),
    _Kind(
        "Finnish identity code", r"\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]", rf"\bHETU\b|henkil[öo]tunnus|{_PERSONAL}",
        _finnish, True,
    ),
    _Kind("Polish PESEL number", r"\d{11}", r"PESEL", _polish),
    _Kind(
        "Spanish identity number", r"\d{8}[ -]?[A-Z]|[XYZ][ -]?\d{7}[ -]?[A-Z]", rf"\bDNI\b|\bNI[EF]\b|{_PERSONAL}",
        _spanish,
    ),
    _Kind(
        "Italian tax code", r"[A-Z]{6}[ ]?\d\d[A-EHLMPR-T]\d\d[ ]?[A-Z]\d{3}[A-Z]",
        r"codice[ ]fiscale|tax[ ](?:code|number)", _italian, True,
    ),
    _Kind(
        "French social security number", r"[12][ ]?\d\d[ ]?\d\d[ ]?\d[\dAB][ ]?\d{3}[ ]?\d{3}[ ]?\d\d",
        r"s[ée]cu\b|s[ée]curit[ée][ ]sociale|social[ ]security|\bINSEE\b|\bNIR\b", _french,
    ),
    _Kind("Dutch BSN", r"\d{9}|\d{4}[ .]\d\d[ .]\d{3}", r"\bBSN\b|burgerservice|citizen[ ]service", _dutch),
    _Kind(
        "Belgian national number", r"\d\d\.\d\d\.\d\d-\d{3}[.-]\d\d", rf"rijksregister|registre[ ]national|{_PERSONAL}",
        _belgian, True,
    ),
    _Kind("Portuguese tax number", r"[1-3]\d{8}|[1-3]\d\d[ ]\d{3}[ ]\d{3}", r"\bNIF\b|contribuinte", _any),
    _Kind("Brazilian CPF number", r"\d{3}\.\d{3}\.\d{3}-\d\d", r"\bCPF\b", _brazilian, True),
    _Kind("Brazilian CPF number", r"\d{11}", r"\bCPF\b", _brazilian),
    _Kind("Canadian social insurance number", r"\d{3}[ -]?\d{3}[ -]?\d{3}", r"social[ ]insurance|\bSIN\b", by.luhn),
    _Kind("Australian tax file number", r"\d{3}[ ]?\d{3}[ ]?\d{3}", r"tax[ ]file|\bTFN\b", _australian),
    _Kind("South African ID number", r"\d{6}[ ]?\d{4}[ ]?\d{3}", rf"ID[ ]book|{_PERSONAL}", _african),
    _Kind("Chinese identity number", r"[1-9]\d{16}[\dX]", r"resident[ ]identity|(?:identity|ID)\b", _chinese),
    _Kind("Singaporean identity number", r"[STFG]\d{7}[A-Z]", rf"\bNRIC\b|{_PERSONAL}", _singaporean, True),
    _Kind("Swiss AHV number", r"756\.\d{4}\.\d{4}\.\d\d", r"\bA[HV][VS]\b|social", _swiss, True),
    _Kind("Pakistani identity number", r"\d{5}-\d{7}-\d", rf"\bCNIC\b|{_PERSONAL}", _any, True),
    _Kind("Mexican CURP", r"[A-Z]{4}\d{6}[HM][A-Z]{5}[0-9A-Z]\d", r"\bCURP\b", _any, True),
    _Kind("Korean resident number", r"\d{6}-[1-4]\d{6}", r"resident", by.begins_with_year, True),
    _Kind(
        "British driver number", r"[A-Z9]{5}[ ]?\d{6}[ ]?[A-Z9]{2}\d[A-Z]{2}", r"driv(?:ing|er)", _any, True,
    ),
)  # fmt: skip

# What a block must have for any of the forms to match.
_LONG = pattern(r"\d(?:(?:[ ./-]?\d){5}|(?<=[A-Z]\d)\d{3}[A-Z]|(?:(?<=[A-Z]{6}\d)|(?<=[A-Z]{6}[ ]\d))\d[A-Z])")
# Hidden in part, in a path, or a number of money, a telephone or a case.
_BEFORE = r"(?<![\w.,/#+*•=@$£€-])"
_AFTER = r"(?![\w*•@=/]|[.,-]\d|-\w)"
_OF_OTHERS = pattern(
    r"(?:\b(?:case|docket|file|invoice|order|ticket|flight|tracking|serial|model|part|phone|tel(?:ephone)?|fax|hotline"
    r"|company|charity|registration|patent|reference|ref|isbn|grant|policy)\b[ ]?(?:numbers?|no\.?|#)?[ :]{0,2}"
    r"|[$£€])\Z",
    re.IGNORECASE,
)
_MADE_UP = pattern(
    r"\b(?:such[ ]as|for[ ]example|e\.g\.|looks?[ ]like|format|fictitious|fictional|fake|made-up|invented|dummy|sample"
    r"|test|placeholder|in[ ]the[ ]form)\b[^.]{0,30}\Z",
    re.IGNORECASE,
)
_FAR, _NEAR, _BEHIND = 240, 70, 60  # code points in which the word that names a number may be


@cache
def _forms() -> tuple[tuple[_Kind, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (
            kind,
            pattern(rf"{_BEFORE}(?:{kind.form}){_AFTER}"),
            pattern(rf"(?:(?<!\w)|(?=\\b))(?:{kind.words})" if kind.words != "(?!)" else "(?!)", re.IGNORECASE),
        )
        for kind in _KINDS
    )


def has_long_number(text: str) -> bool:
    """Tell whether a text has so many digits in a row that one may be a number of a person."""
    return _LONG.search(text) is not None


def find_national_numbers(text: str) -> list[Number]:
    """Return the numbers of persons in a text, in order; of those that overlap, the surest."""
    if not has_long_number(text):
        return []
    found = sorted((*_known(text), *_named(text)), key=lambda each: each[0])
    kept: list[Number] = []
    for _, number in found:
        if not any(number.start < each.end and each.start < number.end for each in kept):
            kept.append(number)
    return sorted(kept)


def _known(text: str) -> Iterator[tuple[int, Number]]:
    """Yield the numbers of kinds that are known, the smaller the rank the surer."""
    for kind, form, words in _forms():
        for match in form.finditer(text):
            before = text[max(0, match.start() - _FAR) : match.start()]
            if _OF_OTHERS.search(before) or _MADE_UP.search(before):
                continue
            fits = kind.check(match[0])
            is_near = (
                words.search(before[-_NEAR:]) is not None
                or words.search(text, match.end(), match.end() + _BEHIND) is not None
            )
            is_named = is_near or words.search(before) is not None
            if is_near or (fits and (kind.is_distinct or is_named)):
                yield (0 if fits and is_named else 1 if is_named else 2), Number(*match.span(), kind.name)


_CALLED = pattern(
    r"\b(?i:(?:identity|identification|national|personal|citizen(?:ship)?|voter|tax(?:payer)?|resident|residence"
    r"|insurance"
    r"|medicare|medicaid|health|passport|licen[cs]e|visa|birth|registration|prison(?:er)?|ID|I\.D\.|EPIC)[ ]"
    r"(?:(?:card|document|permit|insurance|security|registration|ID|alien)[ ]){0,2}(?:number|code|no\b\.?|№|\#)"
    r"|passport(?:[ ](?:is|was|\w+ed))?,?[ ]\(?(?:number|no\b\.?|№|\#)|passport(?=[ ][A-Z]{1,2}\d{6})"
    r"|identity[ ]card|medicare[ ]card|green[ ]card[ ]number|taxpayer(?=[ ]\d{9})|ID[ ]card|(?-i:\bID\b))"
    r"[ ]?(?:,|:|\(|[ ]is\b|[ ]was\b|[ ]of\b|[ ]reads?\b|[ ]as\b|[ ]—|[ ]–)?[ ]?[“\"]?"
    r"(?P<value>[A-Z]{0,4}[ -]?\d(?:[ ./-]?[A-Z]{0,2}\d){5,17}[A-Z]{0,2})",
)


def _named(text: str) -> Iterator[tuple[int, Number]]:
    """Yield numbers that words call somebody's, of whatever state."""
    for match in _CALLED.finditer(text):
        start, end = match.span("value")
        value, before = match["value"], text[max(0, match.start() - _NEAR) : match.start()]
        if _MADE_UP.search(before) or _OTHER_BODY.search(before) or _MORE.match(text, end) or _DAY.search(value):
            continue
        if _EMPLOYER.search(value):
            continue
        name = "passport number" if match[0].lower().startswith("passport") else "identity number"
        yield 3, Number(start + len(value) - len(value.lstrip()), end, name)


_OTHER_BODY = pattern(
    r"\b(?:company|charity|firm|business|vehicle|tax|employer|corporate|aircraft|ship|car)(?:[’']s)?[ ]\Z",
    re.IGNORECASE,
)
# The form of an American employer's number (Internal Revenue Service, form SS-4): two digits and seven.
_EMPLOYER = pattern(r"\A[ ]?\d\d-\d{7}\Z")
_DAY = pattern(r"\A(?:(?:19|20)\d\d[-./ ]\d\d?[-./ ]\d\d?|\d\d?[-./ ]\d\d?[-./ ](?:19|20)\d\d)\Z")
_MORE = pattern(r"[\w*•]|[.,]\d")
