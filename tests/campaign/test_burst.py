"""One card read twice counts once; two cards in one burst are refused."""

from __future__ import annotations

from itertools import permutations

import pytest

from campaign.burst import single_payload
from campaign.refusal import InputRefused
from tests.campaign.cards import NUMBER, OTHER_NUMBER, OTHER_QR, mrz, mrz_lines, qr

NO_ISSUE_DATE = qr(issued="")
LATER_CARD = qr(tail="|Nguyễn Văn Hùng|Lê Thị Hoa|")
PAYLOADS = {
    "qr": qr(),
    "qr without issue date": NO_ISSUE_DATE,
    "later card": LATER_CARD,
    "number": NUMBER,
    "cmnd": "031824175",
    "mrz": mrz(),
}
DIFFERENT = [
    *permutations([qr(), OTHER_QR, NUMBER, "031824175", mrz()], 2),
    (mrz(), mrz(OTHER_NUMBER)),
    (NO_ISSUE_DATE, OTHER_QR),
    (LATER_CARD, OTHER_QR),
    (NUMBER, OTHER_NUMBER),
    ("031824175", "031824176"),
]


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_a_card_read_once(payload: str) -> None:
    assert single_payload(payload) == (payload, False)


@pytest.mark.parametrize("between", ["", "\r", "\n", "\r\n", "\t", " ", "\r\n \n"], ids=repr)
@pytest.mark.parametrize("times", [2, 3])
@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_a_card_read_again_counts_once(payload: str, times: int, between: str) -> None:
    assert single_payload(between.join([payload] * times)) == (payload, True)


@pytest.mark.parametrize("between", ["\n", "\r\n", "\r", "\t", ""], ids=repr)
def test_lines_of_an_mrz_are_one_payload(between: str) -> None:
    lines = mrz_lines()
    assert single_payload(between.join(lines)) == (mrz(), False)
    assert single_payload(between.join(lines + lines)) == (mrz(), True)
    with pytest.raises(InputRefused, match="multiple_scans"):
        single_payload(between.join(lines + mrz_lines(OTHER_NUMBER)))


@pytest.mark.parametrize("between", ["", "\r", "\n", "\t"], ids=repr)
@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_two_payloads_are_refused(first: str, second: str, between: str) -> None:
    with pytest.raises(InputRefused, match="multiple_scans"):
        single_payload(first + between + second)


def test_a_number_typed_in_groups_is_the_same_number() -> None:
    assert single_payload("031 195 004 417\n031195004417") == (NUMBER, True)
    assert single_payload("031.195.004.417 031.195.004.417") == (NUMBER, True)


def test_a_number_of_two_equal_halves_is_one_number() -> None:
    assert single_payload("031031031031") == ("031031031031", False)
    assert single_payload("000000000") == ("000000000", False)


@pytest.mark.parametrize("length", [1, 8, 10, 11, 13, 14, 15, 16, 17, 19, 20, 22])
def test_other_counts_of_digits_are_left_to_the_format(length: int) -> None:
    digits = "1234567890123456789012"[:length]
    assert single_payload(digits) == (digits, False)


@pytest.mark.parametrize("length", [18, 21, 24, 27, 30, 33, 36])
def test_digits_of_several_numbers_are_refused(length: int) -> None:
    with pytest.raises(InputRefused, match="multiple_scans"):
        single_payload(("1234567890" * 4)[:length])


def test_a_second_card_is_seen_though_its_birth_date_is_damaged() -> None:
    with pytest.raises(InputRefused, match="multiple_scans"):
        single_payload(qr() + qr(OTHER_NUMBER, born="99999999x"))


def test_a_second_card_is_seen_behind_the_rest_of_a_first() -> None:
    with pytest.raises(InputRefused, match="multiple_scans"):
        single_payload("031195004417||Nguy" + OTHER_QR)


@pytest.mark.parametrize(
    "text",
    [
        qr(name="Nguyễn\tThị Lan"),  # a terminator inside one payload is a forbidden character
        "abc\ndef",
        f"{NUMBER}\nabc",
        f"abc{qr()}",  # one card behind other text
        qr(old="031000000001"),  # a 12-digit old number begins no second card
        qr(born="1506199512345"),
        qr(issued="150420211"),
        "\ufeff",
    ],
)
def test_what_is_not_several_payloads_stays_as_it_is(text: str) -> None:
    assert single_payload(text) == (text, False)


def test_the_same_unknown_text_twice_is_one_too() -> None:
    assert single_payload("abc\nabc") == ("abc", True)
