"""Numbers that identify a person or move money: by check digits, forms and the words that name them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.private import check_digits as by
from newslint.language.private.national import find_national_numbers
from newslint.language.private.payment import find_payment_numbers, is_for_gifts

NATIONAL = {
    "Her ID number, 8001015009087, was on the list.": "South African ID number",
    "The passport number is AB1234567.": "passport number",
    "Passport No: K4928173 was found.": "passport number",
    "Her social insurance number 046 454 286 had been used.": "Canadian social insurance number",
    "The bill is addressed to RSSMRA85T10A562S.": "Italian tax code",
    "His PAN, ABCPK1234L, was printed.": "Indian PAN",
    "Her TFN, 123 456 782, was in the letter.": "Australian tax file number",
    "Her driving licence, MORGA753116SM9IJ, was found.": "British driver number",
    "Steuer-ID 86 095 742 719 stand im Brief.": "German tax identification number",
    "The card shows S1234567D, his NRIC.": "Singaporean identity number",
    "She gave her NI number as QQ123456C.": "UK National Insurance number",
    "A note with JG 10 37 59 A lay on the desk.": "UK National Insurance number",
    "The form lists his SSN (078-05-1120).": "US Social Security number",
    "Her Medicare number is 2123 45670 1.": "identity number",
    "The letter reached Mr Laakso (131052-308T) late.": "Finnish identity code",
    "The form of 529.982.247-25 is complete.": "Brazilian CPF number",
    "CURP: HEGG560427MVZRRL04": "Mexican CURP",
    "Her numéro de sécurité sociale, 2 55 08 14 168 025 38, was shown.": "French social security number",
}


@pytest.mark.parametrize("text", NATIONAL)
def test_numbers_of_persons_are_found_by_form_and_name(text: str) -> None:
    assert [number.name for number in find_national_numbers(text)] == [NATIONAL[text]]


@pytest.mark.parametrize(
    "text",
    [
        "The port handled 640823 containers and 3234 cars.",
        "The docket, case no. 640823-3234, names nobody.",
        "Call 943 476 5919 for tickets.",
        "The NHS spent £943 4765919.",
        "Aadhaar XXXX XXXX 5618 is masked.",
        "A Social Security number looks like 123-45-6789.",
        "The identity card 2024-01-02 was the first.",
        "The company tax number 123456789 is public.",
        "It sold 1,234,567,890 passports.",
        "See https://tarrow.example/131052-308T for more.",
        "The flight 131052308 left in 2031.",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert find_national_numbers(text) == []


PAYMENT = {
    "to the card he had used, 5105 1051 0510 5100, and": "payment card number",
    "she read it: 3782 822463 10005.": "payment card number",
    "his card, 4111111111111111, was used": "payment card number",
    "from NL91 ABNA 0417 1643 00 went to a florist": "IBAN",
    "to GB82WEST12345698765432.": "IBAN",
    "sort code 60-16-13, account 31926819, M. Keogh": "sort code and account number",
    "paid into 60-16-13 31926819 each month": "sort code and account number",
    "routing number 021000021 and account number 123456789012": "bank account number bank account number",
    "to a/c no. 000123456789 at the bank": "bank account number",
}


@pytest.mark.parametrize("text", PAYMENT)
def test_numbers_that_money_moves_by_are_found(text: str) -> None:
    assert " ".join(number.name for number in find_payment_numbers(text)) == PAYMENT[text]


@pytest.mark.parametrize(
    "text",
    [
        "from an account ending in 300",
        "his card **** **** **** 4242",
        "DE89 **** **** **** **** 00",
        "status 1234567890123456 on the network",
        "The account holds 4,111,111,111,111 crowns.",
        "Between 2011 2012 2013 2014 it fell.",
        "AB12 CDEF GHIJ KLMN OPQR",
        "on the account of 31 people",
    ],
)
def test_what_is_masked_or_another_number_is_none(text: str) -> None:
    assert find_payment_numbers(text) == []


def test_gifts_for_an_organisation_are_told_from_those_for_a_person() -> None:
    assert is_for_gifts("Send donations to the Tarrow Relief Foundation, IBAN GB82 WEST 1234 5698 7654 32.")
    assert not is_for_gifts("Donations for the school go to Mr Peake's account, GB82 WEST 1234 5698 7654 32.")
    assert not is_for_gifts("The invoice of the Foundation names GB82 WEST 1234 5698 7654 32.")


@given(st.text("0123456789", min_size=2, max_size=18), st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_never_fits(text: str, at: int, change: int) -> None:
    at %= len(text)
    wrong = f"{text[:at]}{(int(text[at]) + change) % 10}{text[at + 1 :]}"
    assert not (by.luhn(text) and by.luhn(wrong))
    assert not (by.verhoeff(text) and by.verhoeff(wrong))
    assert not (by.iso7064(text) and by.iso7064(wrong))


@given(st.text("0123456789", max_size=12))
def test_each_number_has_one_check_digit(text: str) -> None:
    for fits in (by.luhn, by.verhoeff):
        assert sum(fits(f"{text}{digit}") for digit in range(10)) == 1


@given(st.text("0123456789 -ABCDEX.,/ID number SSN", max_size=120))
def test_ranges_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    for found in (find_national_numbers(text), find_payment_numbers(text)):
        ends = [0, *(number.end for number in found)]
        assert all(end <= number.start < number.end <= len(text) for end, number in zip(ends, found, strict=False))
