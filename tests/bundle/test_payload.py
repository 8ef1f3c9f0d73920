"""The payload of a bundle that its station did sign: what is in no bundle, however it is wrapped."""

from __future__ import annotations

import resource
import struct
import unicodedata
from collections.abc import Sequence
from typing import Any

import pytest
from zstandard import ZstdCompressionParameters, ZstdCompressor, get_frame_parameters, train_dictionary

from bundle.payload import PayloadFailed, PayloadReader
from bundle.reader import BundleRefused
from campaign.canonical import encode
from campaign.chain import commitment
from tests.bundle.files import SALT, SUBJECT, a_manifest, forged, payload_of, read_all, some_rows

ROWS = some_rows()
PAYLOAD = payload_of(ROWS)
FRAME = ZstdCompressor().compress(PAYLOAD)
LINES = PAYLOAD.splitlines(keepends=True)
SUBJECT_LINE = b"S " + SALT.hex().encode() + b" " + SUBJECT + b"\n"
SKIPPABLE = struct.pack("<II", 0x184D2A50, 4) + b"skip"
MIB = 2**20
NOT_COMPOSED = unicodedata.normalize("NFD", "Nguyễn")


def refused(**forging: Any) -> str:
    with pytest.raises(BundleRefused) as refusal:
        read_all(forged(**forging))
    return refusal.value.code


def test_the_examples_are_taken_when_nothing_is_wrong() -> None:
    assert LINES[3] == SUBJECT_LINE
    assert len(read_all(forged(frame=FRAME, payload=b"".join(LINES)))) == 4


# The frame


@pytest.mark.parametrize(
    "frame",
    [
        b"\x28",
        FRAME[:3],
        FRAME[:-1],
        FRAME[4:],
        FRAME + b"\0",
        FRAME + FRAME,
        FRAME + ZstdCompressor().compress(b""),
        FRAME + SKIPPABLE,
        SKIPPABLE + FRAME,
        ZstdCompressor().compress(b""),
        PAYLOAD,
    ],
)
def test_anything_but_one_whole_frame(frame: bytes) -> None:
    assert refused(frame=frame) == "bad_payload"


def test_a_second_frame_however_long_the_first_is() -> None:
    """The second one starts inside and at the edge of what zstd is fed at once."""
    for padding in range(0, 600, 50):
        frame = ZstdCompressor(level=-50).compress(PAYLOAD + b"#" * padding)
        assert refused(frame=frame + FRAME) == "bad_payload"


def _in_window(log: int, data: bytes) -> bytes:
    parameters = ZstdCompressionParameters.from_level(1, window_log=log, write_content_size=False)
    made = ZstdCompressor(compression_params=parameters).compressobj()
    return made.compress(data) + made.flush()


def test_a_window_of_8_mib_and_no_more() -> None:
    assert get_frame_parameters(_in_window(23, PAYLOAD)).window_size == 8 * MIB
    assert len(read_all(forged(frame=_in_window(23, PAYLOAD)))) == 4
    assert refused(frame=_in_window(24, PAYLOAD)) == "bad_payload"


def test_a_frame_that_needs_a_dictionary() -> None:
    dictionary = train_dictionary(2048, [b"entry %d of many, %d" % (n, n * n) for n in range(1000)])
    assert refused(frame=ZstdCompressor(dict_data=dictionary).compress(PAYLOAD)) == "bad_payload"


@pytest.mark.parametrize("byte", [b"\0", b"\n"])
def test_a_bomb_is_stopped_in_bounded_memory(byte: bytes) -> None:
    made = ZstdCompressor().compressobj()
    bomb = b"".join(made.compress(byte * 16 * MIB) for _ in range(128)) + made.flush()
    assert len(bomb) < MIB
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert refused(frame=bomb) == "bad_payload"
    assert refused(frame=bomb, plaintext={"bytes": 2**30}) == "bad_payload"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024, "KiB"


# What the manifest promised


@pytest.mark.parametrize(
    "promised",
    [
        {"bytes": len(PAYLOAD) - 1},
        {"bytes": len(PAYLOAD) + 1},
        {"lines": 4},
        {"lines": 6},
        {"sha256": "00" * 32},
    ],
)
def test_another_payload_than_promised(promised: dict[str, Any]) -> None:
    assert refused(plaintext=promised) == "bad_payload"


def test_fewer_or_more_entries_than_promised() -> None:
    assert refused(last=5, count=5) == "bad_payload"
    assert refused(last=3, count=3) == "bad_payload"
    assert refused(first=2, last=5) == "bad_payload"


# Lines


def _but(at: int, *lines: bytes) -> list[bytes]:
    """The lines with one in place of another."""
    return [*LINES[:at], *lines, *LINES[at + 1 :]]


def _subject_line(subject: bytes, **changes: bytes) -> list[bytes]:
    """The lines with another subject, well committed to."""
    said = {"tag": b"S ", "salt": SALT.hex().encode(), "gap": b" "} | changes
    rows = some_rows(subject)
    lines = payload_of(rows).splitlines(keepends=True)
    return [*lines[:3], said["tag"] + said["salt"] + said["gap"] + subject + b"\n", *lines[4:]]


@pytest.mark.parametrize(
    "lines",
    [
        [*LINES[:4], LINES[4][:-1]],
        _but(0, b"\n", LINES[0]),
        _but(0, b"X " + LINES[0][2:]),
        _but(0, b"e " + LINES[0][2:]),
        _but(0, b"E" + LINES[0][2:]),
        _but(0, b"E  " + LINES[0][2:]),
        _but(0, LINES[0][:-1] + b"\r\n"),
        [SUBJECT_LINE, *LINES],
        [SUBJECT_LINE, *LINES[:3], *LINES[4:]],
        [*LINES[:2], SUBJECT_LINE, LINES[2], LINES[4]],
        [*LINES, SUBJECT_LINE],
        [*LINES[:3], SUBJECT_LINE, SUBJECT_LINE, LINES[4]],
        [LINES[1], LINES[0], *LINES[2:]],
        [LINES[0], LINES[0], *LINES[2:]],
        [*LINES[:2], *LINES[4:]],
        _but(3, SUBJECT_LINE.replace(b"0405", b"0506")),
        _but(3, SUBJECT_LINE.replace(b"1990", b"1991")),
    ],
)
def test_lines_that_are_not_entries_each_with_its_subject(lines: Sequence[bytes]) -> None:
    payload = b"".join(lines)
    promised = {"lines": max(4, min(8, payload.count(b"\n")))}
    assert refused(payload=payload, plaintext=promised) == "bad_payload"


@pytest.mark.parametrize(
    "changes",
    [
        {"salt": SALT.hex().upper().encode()},
        {"salt": SALT.hex()[:-2].encode()},
        {"salt": SALT.hex()[:-2].encode() + b"  "},
        {"salt": b"+" + SALT.hex()[1:].encode()},
        {"salt": b"\xff" * 32},
        {"gap": b""},
        {"gap": b"\t"},
        {"tag": b"S"},
    ],
)
def test_a_subject_line_has_one_spelling(changes: dict[str, bytes]) -> None:
    assert len(read_all(forged(payload=b"".join(_subject_line(SUBJECT)), rows=some_rows()))) == 4
    assert refused(payload=b"".join(_subject_line(SUBJECT, **changes))) == "bad_payload"


@pytest.mark.parametrize(
    "subject",
    [
        b"",
        b"Nguyen",
        b'{"name": "X"}',
        b'{"name":"X"} ',
        b'{"name":"X","name":"Y"}',
        f'{{"name":"{NOT_COMPOSED}"}}'.encode(),
        b'{"name":"\\u0041"}',
        b'{"number":1.5}',
        b'{"number":9007199254740992}',
        b'{"name":"\xff"}',
        b'{"note":' + b"[" * 16 + b"]" * 16 + b"}",
    ],
)
def test_a_subject_that_is_not_canonical_json(subject: bytes) -> None:
    assert refused(rows=some_rows(subject)) == "bad_payload"


def _entry(n: int, **changes: Any) -> bytes:
    entry = {"n": n, "at": "2021-04-02T08:14:09+07:00", "day": "2021-04-02", "kind": "noted", "by": "an.nv", "body": {}}
    return encode(entry | changes)


@pytest.mark.parametrize(
    "entry",
    [
        b"",
        b"{}",
        b"[]",
        _entry(2)[:-1],
        _entry(2) + b" ",
        _entry(2, at="2021-02-30T08:14:09+07:00"),
        _entry(2, day="2021-4-2"),
        _entry(2, kind="Noted"),
        _entry(2, kind="n" * 65),
        _entry(2, by=""),
        _entry(2, body=[]),
        _entry(2, body={"text": NOT_COMPOSED}),
        _entry(2, body={"number": 1.5}),
        _entry(2, subject="AB" * 32),
        _entry(2, shift=None),
        _entry(2, extra=1),
        _entry(3),
        _entry(1),
    ],
)
def test_an_entry_that_is_not_well_formed(entry: bytes) -> None:
    assert len(read_all(forged(rows=[(_entry(1), None, None), (_entry(2), None, None)]))) == 2
    assert refused(rows=[(_entry(1), None, None), (entry, None, None)]) == "bad_payload"


def test_a_subject_that_no_entry_committed_to() -> None:
    assert refused(rows=[(_entry(1), SALT, SUBJECT)]) == "bad_payload"
    assert len(read_all(forged(rows=[(_entry(1, subject=commitment(SALT, SUBJECT)), SALT, SUBJECT)]))) == 1


def test_a_line_holds_64_kib() -> None:
    room = 64 * 1024 - 2 - len(_entry(1, body={"text": ""}))
    for size in (room, room - 1):
        assert len(read_all(forged(rows=[(_entry(1, body={"text": "x" * size}), None, None)]))) == 1
    assert refused(rows=[(_entry(1, body={"text": "x" * (room + 1)}), None, None)]) == "bad_payload"


def test_a_line_without_an_end_is_not_waited_for() -> None:
    pieces = PayloadReader(a_manifest(), lambda batch: None)
    frame = ZstdCompressor().compressobj()
    with pytest.raises(PayloadFailed, match="bad_payload"):
        pieces.write(frame.compress(b"E " + b"x" * 70_000) + frame.flush(1))
