"""Find numbers that money moves by: payment cards, IBANs, and bank accounts with the words that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.language.private import check_digits as by
from newslint.language.private.national import Number
from newslint.patterns import pattern

# The lengths of IBANs by country, as its register has them.
_LENGTHS = {
    country: int(length)
    for length, countries in (
        ("15", "NO"), ("16", "BE"), ("18", "DK FI FO GL NL SD"), ("19", "MK SI"),
        ("20", "AT BA EE KZ LT LU XK"), ("21", "CH HR LI LV"), ("22", "BG BH CR DE GB GE IE ME RS VA"),
        ("23", "AE GI IL IQ OM TL"), ("24", "AD CZ ES MD PK RO SA SE SK TN VG"), ("25", "LY PT ST"),
        ("26", "IS TR"), ("27", "BI DJ FR GR IT MC MR SM"), ("28", "AL AZ BY CY DO GT HU LB NI PL SV"),
        ("29", "BR EG PS QA UA"), ("30", "JO KW MU"), ("31", "MT SC"), ("33", "RU"),
    )
    for country in countries.split()
}  # fmt: skip
_IBAN = pattern(r"(?<![\w*•])(?P<country>[A-Z]{2})\d\d(?:[ -]?[A-Z0-9]){11,30}(?![*•])")
_IBAN_WORD = pattern(r"\bIBAN\b", re.IGNORECASE)
# Grouped as on the card, or in one piece.
_CARD = pattern(
    r"(?<![\w.,/#+*•=@$£€-])(?:\d{4}(?P<mark>[ -])\d{4}(?P=mark)\d{4}(?P=mark)\d{4}|3\d{3}[ -]\d{6}[ -]\d{5}"
    r"|3\d{3}[ -]\d{6}[ -]\d{4}|\d{13,19})(?![\w*•@=]|[.,-]\d|[ ]\d)"
)
_ISSUERS = pattern(
    r"4\d{12}(?:\d{3})?|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]"
    r"|[68]\d)\d{11}"
    r"|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17}|(?:5[06-9]|6\d)\d{10,17}"
)
_CARD_WORD = pattern(
    r"\b(?:cards?|visa|mastercard|maestro|amex|american[ ]express|discover|rupay|credit|debit|long[ ]number"
    r"|exp(?:iry|ires)?|cvv|cvc)\b",
    re.IGNORECASE,
)
_ACCOUNT = pattern(
    r"\b(?:(?P<sort>sort[ -]?code)\b|(?:(?:bank|current|savings|giro|checking|private|personal)[ ])?(?:account|acct"
    r"|a/c)(?:[ ](?:number|no\b\.?|\#))?|(?P<routing>routing|BSB|IFSC)(?:[ ](?:number|code|no\b\.?))?)"
    r"(?:,|:|[ ]is|[ ]was|[ ]with)?[ ]?[(“\"]?"
    r"(?P<value>(?:(?<=[ (:“\"])[A-Z]{4}0)?\d(?:[ -]?\d){5,16}|[A-Z]{4}0[A-Z0-9]{6})(?![\w*•]|[.,]\d)",
    re.IGNORECASE,
)
_SORT_BEHIND = pattern(r"(?<![\w/.-])\d\d-\d\d-\d\d(?![\w/-])[^.\d]{0,40}(?<!\d)\d{8}(?!\d)")
_REACH = 120  # code points
_LEAST_ACCOUNT = 6  # digits
_PAIR = 40  # code points between a sort code and its account


def find_payment_numbers(text: str) -> list[Number]:
    """Return the numbers of cards and accounts in a text, in order; the first of those that overlap."""
    kept: list[Number] = []
    for number in (*_ibans(text), *_cards(text), *_accounts(text)):
        if not any(number.start < each.end and each.start < number.end for each in kept):
            kept.append(number)
    return list(_joined(text, sorted(kept)))


def _joined(text: str, numbers: list[Number]) -> Iterator[Number]:
    """Yield the numbers, a sort code together with the account behind it."""
    last: Number | None = None
    for number in numbers:
        is_pair = last and last.name == "sort code" and number.name == "bank account number"
        if last and is_pair and number.start - last.end <= _PAIR and ". " not in text[last.end : number.start]:
            last = Number(last.start, number.end, "sort code and account number")
            continue
        if last:
            yield last
        last = number
    if last:
        yield last


def _ibans(text: str) -> Iterator[Number]:
    for match in _IBAN.finditer(text):
        end = _end_of_iban(text, match.start(), match.end(), _LENGTHS.get(match["country"], 0))
        if end is None:
            continue
        is_named = _IBAN_WORD.search(text, max(0, match.start() - _REACH), match.start()) is not None
        if is_named or by.mod97(text[match.start() : end]):
            yield Number(match.start(), end, "IBAN")


def _end_of_iban(text: str, start: int, limit: int, length: int) -> int | None:
    """Return where an IBAN of a length ends, if a word ends there, too."""
    count = 0
    for at in range(start, limit):
        count += text[at].isalnum()
        if length and count == length:
            return at + 1 if not text[at + 1 : at + 2].isalnum() else None
    return None


def _cards(text: str) -> Iterator[Number]:
    for match in _CARD.finditer(text):
        number = by.bare(match[0])
        if not _ISSUERS.fullmatch(number) or len(set(number)) == 1:
            continue
        is_grouped = len(number) < len(match[0])
        is_named = _CARD_WORD.search(text, max(0, match.start() - _REACH), match.end() + _REACH // 2) is not None
        if (is_grouped and is_named) or ((is_grouped or is_named) and by.luhn(number)):
            yield Number(*match.span(), "payment card number")


def _accounts(text: str) -> Iterator[Number]:
    sorts = [match for match in _ACCOUNT.finditer(text) if match["sort"]]
    for match in _ACCOUNT.finditer(text):
        value = match["value"]
        is_number = len(by.digits(value)) >= _LEAST_ACCOUNT and not (match["routing"] and not value[0].isdigit())
        if is_number or match["routing"]:
            yield Number(*match.span("value"), "sort code" if match["sort"] else "bank account number")
    pair = None if sorts else _SORT_BEHIND.search(text)
    if pair:
        yield Number(*pair.span(), "sort code and account number")


# To whom an account belongs: of an organisation that asks for gifts, it is meant to be printed.
_GIVING = pattern(
    r"\b(?:donat\w+|donor\w*|gifts?|giving|appeal\w*|fund-?rais\w+|contribut\w+|support(?:ed|ing)?|relief|subscri\w+"
    r"|membership|entry[ ]fee|tickets?|help)\b",
    re.IGNORECASE,
)
_BODY = pattern(
    r"\b(?:foundation|charit\w+|trust|fund|association|society|appeal|red[ ]cross|red[ ]crescent|caritas|unicef|oxfam"
    r"|hospice|hospital|parish|church|mosque|temple|synagogue|diocese|school|university|museum|library|club|council"
    r"|committee|institute|federation|union|league|campaign|brigade|shelter|rescue|e\.[ ]?V\b|Verein|Stiftung|Hilfe"
    r"|NGO|non-?profit|organi[sz]ation|newsroom|newspaper|magazine|editors|company|theatre|choir|orchestra)\b",
    re.IGNORECASE,
)
_PERSONAL = pattern(
    r"(?:[’']s?|\b(?:his|her|my|their|private|personal))[ ](?:[a-z]+[ ]){0,3}(?:bank[ ])?(?:account|card|iban)\b"
    r"|\b(?:mr|mrs|ms|dr)\b\.?",
    re.IGNORECASE,
)


def is_for_gifts(passage: str) -> bool:
    """Tell whether a passage asks for money for an organisation, whose account is then copy."""
    return bool(_GIVING.search(passage) and _BODY.search(passage)) and not _PERSONAL.search(passage)
