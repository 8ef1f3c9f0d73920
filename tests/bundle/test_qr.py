"""A receipt by QR: the same line out of the code as went into it."""

from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle import base45
from bundle.documents import Receipt, read_document
from bundle.envelope import read_envelope, seal
from bundle.qr import from_qr_text, to_qr_text
from bundle.receipt import build_receipt
from campaign.refusal import InputRefused
from tests.bundle.city import CAMPAIGN, NOW, OFFICER_A, STATION

ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


@given(st.binary(max_size=600))
def test_a_line_comes_back(line: bytes) -> None:
    text = to_qr_text(line)
    assert set(text) <= ALPHANUMERIC
    assert from_qr_text(text) == line


def test_a_receipt_fits_into_one_code() -> None:
    payload = build_receipt(
        campaign=CAMPAIGN,
        drill=False,
        station=STATION,
        epoch=1,
        city_generation=1,
        serial=7,
        accepted_through=350,
        head="5e" * 32,
        durable_through=350,
        issued_at=NOW,
    )
    text = to_qr_text(seal("receipt", payload, [OFFICER_A]))
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
