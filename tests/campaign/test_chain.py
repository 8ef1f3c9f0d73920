"""The hash rule, against hashes made with stock tools and against its plain definition."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from campaign.chain import commitment, first_head, next_head


def test_heads_are_those_of_stock_tools() -> None:
    # printf 'ENROL-JOURNAL/1\nHP-LC-01\n1\n' | sha256sum, and so on
    zero = first_head("HP-LC-01", 1)
    assert zero.hex() == "0f5f1aa71d2e355bbe372d04ef6bb7f377153a1bcafa663a951dd766e1666f26"
    assert next_head(zero, b'{"n":1}').hex() == "2c964b15c5ef0d3def47660992feb4de21cbf2a685111f166d021ed549413257"
    assert (
        commitment(bytes(range(16)), b'{"number":"031099000001"}')
        == "0be4eeb1f21b9ce1a94abc07c6ece929cb50441bd400cf7b707a5315dbb57793"
    )


@given(st.lists(st.binary(), max_size=5), st.integers(1, 3))
def test_each_head_covers_all_before_it(entries: list[bytes], epoch: int) -> None:
    head = first_head("HP-LC-01", epoch)
    plain = sha256(b"ENROL-JOURNAL/1\nHP-LC-01\n" + str(epoch).encode() + b"\n").digest()
    for entry in entries:
        head = next_head(head, entry)
        plain = sha256(plain + entry).digest()
    assert head == plain


def test_stations_and_epochs_start_apart() -> None:
    assert len({first_head(station, epoch) for station in ("HP-LC-01", "HP-LC-0") for epoch in (1, 2, 11)}) == 6


@given(st.binary(min_size=16, max_size=16), st.binary())
def test_a_commitment_covers_salt_and_subject(salt: bytes, subject: bytes) -> None:
    assert commitment(salt, subject) == sha256(salt + subject).hexdigest()
