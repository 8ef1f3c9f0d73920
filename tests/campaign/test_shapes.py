"""The value types of entries and documents: what each admits, and where it ends."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign import shapes
from campaign.canonical import encode
from campaign.shapes import is_station_code

LONG = "Trưởng ca " * 200

ADMITTED: list[tuple[Any, list[Any]]] = [
    (shapes.StationCode, ["HP-LC-01", "A", "7", "A-B-C", "A" * 32]),
    (shapes.DeviceId, ["TB-1", "ca-3", "a", "-", "9" * 16]),
    (shapes.ShiftId, ["2021-04-02.TB-1.ca-1.1", "2021-04-02.-.--.999999"]),
    (shapes.UserName, ["an.nv", "_", "0", "a" * 32]),
    (shapes.FormId, ["0190b6d2-7c1f-7000-8000-0123456789ab", "_", "-", "F" * 64]),
    (shapes.CodeId, ["accepted", "a", "a_1", "a" * 64]),
    (shapes.CommuneCode, ["11404", "318"]),
    (shapes.Digest, ["0" * 64, "abcdef0123456789" * 4]),
    (shapes.TimeText, ["2021-04-02T08:14:09+07:00"]),
    (shapes.DayText, ["2021-04-02"]),
    (shapes.Line, ["", "Công an quận Lê Chân", "a\u2028b", "😀", LONG]),
    (shapes.PersonName, ["Ú", "Trần Thị Hạnh", "ế" * 64]),
    (shapes.Count, [0, 2**53 - 1]),
    (shapes.Number, [1, 2**53 - 1]),
    (shapes.Whole, [-(2**53) + 1, 0, 2**53 - 1]),
]
REFUSED: list[tuple[Any, list[Any]]] = [
    (shapes.StationCode, ["", "-", "A-", "-A", "A--B", "hp", "HP_1", "HP 1", "HP.1", "Đ", "A\n", "A" * 33]),
    (shapes.DeviceId, ["", "TB_1", "TB.1", "TB 1", "TB-1\n", "Đ", "1" * 17]),
    (
        shapes.ShiftId,
        [
            "2021-04-02.TB-1.ca-1",
            "2021-04-02.TB-1.ca-1.0",
            "2021-04-02.TB-1.ca-1.01",
            "2021-4-2.TB-1.ca-1.1",
            "2021-04-02.TB_1.ca-1.1",
            "2021-04-02.TB-1.ca-1.1\n",
            "٢٠٢١-04-02.TB-1.ca-1.1",
        ],
    ),
    (shapes.UserName, ["", "An", "an nv", "an@nv", "an.nv\n", "a" * 33]),
    (shapes.FormId, ["", "a.b", "a b", "ă", "a\n", "F" * 65]),
    (shapes.CodeId, ["", "Accepted", "1a", "_a", "a-b", "a\n", "a" * 65]),
    (shapes.CommuneCode, ["", "11", "114040", "1140a", "11404\n", "٣١٨"]),
    (shapes.Digest, ["", "0" * 63, "0" * 65, "A" * 64, "0" * 64 + "\n"]),
    (shapes.TimeText, ["2021-04-02T08:14:09Z", "2021-04-02T08:14:09+07:00\n", "٢021-04-02T08:14:09+07:00"]),
    (shapes.DayText, ["2021-4-2", "٢021-04-02", "2021-04-02\n", "20210402"]),
    (shapes.Line, ["a\n", "\x00", "\t", "\x7f", "\x85", "a\x1fb"]),
    (shapes.PersonName, ["", "a\n", "ế" * 65]),
    (shapes.Count, [-1, 2**53, True]),
    (shapes.Number, [0, -1, 2**53]),
    (shapes.Whole, [-(2**53), 2**53]),
]


@pytest.mark.parametrize(("shape", "value"), [(shape, value) for shape, values in ADMITTED for value in values])
def test_admitted(shape: Any, value: object) -> None:
    assert msgspec.json.decode(encode(value), type=shape) == value


@pytest.mark.parametrize(("shape", "value"), [(shape, value) for shape, values in REFUSED for value in values])
def test_refused(shape: Any, value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(encode(value), type=shape)


@pytest.mark.parametrize("text", ["HP-LC-01", "A", "CON-1", "COM", "LPT10", "A" * 32])
def test_a_station_code(text: str) -> None:
    assert is_station_code(text)


@pytest.mark.parametrize(
    "text",
    ["", "hp", "A-", "A\n", "A" * 33, "CON", "PRN", "AUX", "NUL", "COM1", "COM9", "LPT1", "LPT9", "HP/1", "HP\\1", "Đ"],
)
def test_no_station_code(text: str) -> None:
    """A code names folders and files on every system, Windows' reserved names included."""
    assert not is_station_code(text)


@given(st.text("AB1-", max_size=34))
def test_a_station_code_has_the_shape_of_one(text: str) -> None:
    try:
        msgspec.json.decode(encode(text), type=shapes.StationCode)
        admitted = True
    except msgspec.ValidationError:
        admitted = False
    assert is_station_code(text) == admitted
