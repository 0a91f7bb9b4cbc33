"""Checks of numbers that identify one person or move their money, printed in full."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.checks.own_texts import Text
from newslint.checks.shown_texts import shown_texts
from newslint.contract import Scene, check
from newslint.diagnostics import Finding
from newslint.language.private.national import Number, find_national_numbers, has_long_number
from newslint.language.private.payment import find_payment_numbers, is_for_gifts


@check(placeholders=("kind",))
def national_numbers(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag numbers that a state gives to one person, in the text, in captions and in descriptions of pictures.

    A number is told by its check digit or its strict form, with the word that names it where the form is not its own.
    The message may use `{kind}`, what the number is called; the number itself is never shown.
    """
    for text in article.kept(_with_numbers):
        for number in find_national_numbers(text.text):
            yield from _tell(article, text, number)


@check(placeholders=("kind",))
def payment_numbers(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag numbers of payment cards and bank accounts, but not the account of an organisation that asks for gifts.

    The message may use `{kind}`, what it is; none of its digits is printed.
    """
    for text in article.kept(_with_numbers):
        for number in find_payment_numbers(text.text):
            is_card = number.name == "payment card number"
            if is_card or not is_for_gifts(text.text):
                yield from _tell(article, text, number)


def _with_numbers(article: Article) -> list[Text]:
    return [text for text in shown_texts(article) if has_long_number(text.text)]


def _tell(article: Article, text: Text, number: Number) -> Iterator[Finding]:
    if text.place is None or not article.is_code(text.place, number.start, number.end):
        yield Finding(text.locate(number.start, number.end), {"kind": number.name}, is_private=True)
