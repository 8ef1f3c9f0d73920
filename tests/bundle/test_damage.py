"""A bundle that is damaged, or changes, or whose taker fails: nothing goes in, and nothing comes out unnamed."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle.payload import ReceivedEntry
from bundle.reader import BundleRefused, open_bundle
from campaign.refusal import InputRefused
from tests.bundle.city import CAMPAIGN
from tests.bundle.files import (
    CITY,
    KEYS,
    forged,
    nameless,
    refusal_of,
    rows_of_many,
    some_rows,
    written,
)

ROWS = some_rows()
FILE, WRITTEN = written(ROWS)


def test_no_flipped_byte_is_taken() -> None:
    for at in range(len(FILE)):
        for flip in (0x01, 0x80):
            damaged = bytearray(FILE)
            damaged[at] ^= flip
            refusal_of(bytes(damaged))


def test_no_shorter_file_is_taken() -> None:
    for size in range(len(FILE)):
        refusal_of(FILE[:size])


@given(st.binary(max_size=300))
def test_no_signed_nonsense_goes_unnamed(data: bytes) -> None:
    for file in (forged(age=data or b"?"), forged(frame=data), forged(payload=data + b"\n", plaintext={"lines": 4})):
        assert refusal_of(file).code in ("decrypt_failed", "bad_payload", "bad_manifest")


class Changing(io.BytesIO):
    """A file that is another one when it is read again."""

    def __init__(self, first: bytes, then: bytes) -> None:
        super().__init__(first)
        self.then = then

    def seek(self, *place: int) -> int:
        super().seek(0)
        super().truncate()
        super().write(self.then)
        return super().seek(*place)


@pytest.mark.parametrize(
    "then",
    [FILE[:-1] + b"\0", FILE + b"\0", FILE[:-20], forged()[: len(FILE)], b"x" * len(FILE)],
    ids=nameless,
)
def test_a_file_that_changes_before_it_is_decrypted_is_refused(then: bytes) -> None:
    opened = open_bundle(Changing(FILE, then), keys=KEYS, campaign=CAMPAIGN, drill=True)
    with pytest.raises(BundleRefused, match="bad_digest"):
        opened.read_entries(CITY, lambda batch: None)


# The one who takes


@pytest.mark.parametrize("failure", [InputRefused("fork"), OSError(5, "gone"), KeyboardInterrupt()])
def test_what_the_taker_raises_comes_out_as_it_is(failure: BaseException) -> None:
    def take(batch: list[ReceivedEntry]) -> None:
        raise failure

    rows = rows_of_many(2000)
    opened = open_bundle(io.BytesIO(written(rows)[0]), keys=KEYS, campaign=CAMPAIGN, drill=True)
    with pytest.raises(type(failure)) as raised:
        opened.read_entries(CITY, take)
    assert raised.value is failure


@pytest.mark.parametrize("bytes_before", [0, 100_000])
def test_a_stick_that_fails_comes_out_as_it_is(bytes_before: int) -> None:
    class Failing(io.BytesIO):
        left = 10**9

        def read(self, size: int | None = -1, /) -> bytes:
            self.left -= size or 0
            if self.left < 0:
                raise OSError(5, "Input/output error")
            return super().read(size)

    stream = Failing(written(rows_of_many(2000))[0])
    opened = open_bundle(stream, keys=KEYS, campaign=CAMPAIGN, drill=True)
    stream.left = bytes_before
    with pytest.raises(OSError, match="Input/output error"):
        opened.read_entries(CITY, lambda batch: None)


def test_entries_come_in_batches_and_the_last_one_after_the_last_check() -> None:
    rows = rows_of_many(2000)
    batches: list[list[ReceivedEntry]] = []
    opened = open_bundle(io.BytesIO(forged(rows=rows)), keys=KEYS, campaign=CAMPAIGN, drill=True)
    opened.read_entries(CITY, batches.append)
    assert len(batches) > 2
    assert len(batches[-1]) == 1
    assert [received.entry.data for batch in batches for received in batch] == [row[0] for row in rows]

    given_before_the_end = sum(map(len, batches[:-1]))
    batches.clear()
    opened = open_bundle(io.BytesIO(forged(rows=rows, head="00" * 32)), keys=KEYS, campaign=CAMPAIGN, drill=True)
    with pytest.raises(BundleRefused, match="bad_chain"):
        opened.read_entries(CITY, batches.append)
    assert sum(map(len, batches)) == given_before_the_end
