"""A receipt by QR: the same line out of the code as went into it."""

from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bundle import base45
from bundle.documents import Receipt, read_document
from bundle.envelope import read_envelope, seal
from bundle.qr import FEWEST, from_qr_text, is_receipt_text, to_qr_text
from bundle.receipt import build_receipt
from campaign.refusal import InputRefused
from tests.bundle.city import CAMPAIGN, NOW, OFFICER_A, STATION
from tests.campaign.cards import NUMBER, OTHER_QR, code_of, mrz, qr

ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


# Whatever it is compressed to, a space at an end would be lost on its way through a keyboard.
@given(st.binary(max_size=600))
@example(b"\x9a\xaa\x92r")
def test_a_line_comes_back(line: bytes) -> None:
    text = to_qr_text(line)
    assert set(text) <= ALPHANUMERIC
    assert text == text.strip()
    assert from_qr_text(text) == line


def a_receipt(serial: int = 7, through: int = 350, head: str = "5e" * 32) -> str:
    payload = build_receipt(
        campaign=CAMPAIGN,
        drill=False,
        station=STATION,
        epoch=1,
        city_generation=1,
        serial=serial,
        accepted_through=through,
        head=head,
        durable_through=through,
        issued_at=NOW,
    )
    return to_qr_text(seal("receipt", payload, [OFFICER_A]))


def test_a_receipt_fits_into_one_code() -> None:
    text = a_receipt()
    assert len(text) <= 4296  # version 40, correction L, alphanumeric
    read = read_document(read_envelope(from_qr_text(text), "receipt", single=True).payload, Receipt)
    assert (read.serial, read.bundles, read.quarantined, read.duplicates) == (7, (), (), ())


def test_at_most_64_kib_come_out() -> None:
    full = random.Random(0).randbytes(32) * 2048
    assert from_qr_text(to_qr_text(full)) == full
    with pytest.raises(InputRefused, match="too_large"):
        to_qr_text(full + b"x")


RAW = zlib.compress(b"xin", 9, -15)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "đ",
        to_qr_text(b"xin").lower(),
        to_qr_text(b"xin") + "\n",
        to_qr_text(b"xin")[:-1],
        "::",
        base45.encode(RAW[:-1]),
        base45.encode(RAW + b"x"),
        base45.encode(zlib.compress(b"xin")),
        base45.encode(zlib.compress(bytes(2**16 + 1), 9, -15)),
        base45.encode(zlib.compress(bytes(2**30 // 64), 9, -15)),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="bad_envelope"):
        from_qr_text(text)


@given(st.text() | st.text(alphabet=sorted(ALPHANUMERIC)))
def test_arbitrary_text_raises_nothing_unnamed(text: str) -> None:
    try:
        outcome: bytes | str = from_qr_text(text)
    except InputRefused as refusal:
        outcome = refusal.code
    assert isinstance(outcome, bytes) or outcome == "bad_envelope"


@given(st.integers(1, 10**12), st.integers(0, 10**12), st.binary(min_size=32, max_size=32))
def test_every_receipt_is_told_from_other_scans(serial: int, through: int, head: bytes) -> None:
    text = a_receipt(serial, through, head.hex())
    assert is_receipt_text(text)
    assert code_of(text) in ("unknown_format", "too_long")
    assert is_receipt_text(text[:FEWEST])  # a damaged one is meant as one, too
    assert not is_receipt_text(text[: FEWEST - 1])


NUMBERS = st.sampled_from([NUMBER, "031824175", "031 195 004 417", "031.195.004.417", "0123456789012345", "HD-0012"])


@given(
    st.lists(NUMBERS, max_size=60).map(" ".join)
    | st.builds(lambda scan, times: scan * times, st.sampled_from([qr(), OTHER_QR, mrz(), NUMBER]), st.integers(1, 12))
    | st.text(st.characters(codec=None), max_size=1200)
    | st.text(alphabet=sorted(ALPHANUMERIC), max_size=1200)
)
def test_nothing_that_is_read_as_a_card_is_taken_for_a_receipt(text: str) -> None:
    if not code_of(text):
        assert not is_receipt_text(text)


def test_a_number_read_over_and_over_is_none() -> None:
    assert not is_receipt_text(" ".join([NUMBER] * 40))
