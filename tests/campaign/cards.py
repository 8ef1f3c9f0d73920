"""Fictional cards, written from the published layouts and not by the code under test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from campaign.refusal import InputRefused
from campaign.scan import Scan, read_scan
from campaign.scan_rules import ScanRules

DATA = Path(__file__).parents[2] / "resources" / "data"
RULES = ScanRules.from_json((DATA / "personal_number.json").read_bytes())
TODAY = date(2021, 4, 8)

NUMBER = "031195004417"  # Hải Phòng, female, 1995
OTHER_NUMBER = "031090123456"  # Hải Phòng, male, 1990


def qr(
    number: str = NUMBER,
    old: str = "031824175",
    name: str = "Nguyễn Thị Lan",
    born: str = "15061995",
    sex: str = "Nữ",
    address: str = "Tổ 5, Vĩnh Niệm, Lê Chân, Hải Phòng",
    issued: str = "02042021",
    tail: str = "",
) -> str:
    return "|".join((number, old, name, born, sex, address, issued)) + tail


OTHER_QR = qr(OTHER_NUMBER, "", "Trần Văn Bình", "30041990", "Nam", "Xã An Hoà, Huyện An Dương, Hải Phòng", "01032021")


def check_digit(field: str) -> str:
    """ICAO Doc 9303 part 3, 4.9: weights 7 3 1, the letters' values from a table, fillers nothing, modulo 10."""
    table = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    total = 0
    for start in range(0, len(field), 3):
        for character, weight in zip(field[start : start + 3], (7, 3, 1), strict=False):
            total += (table.index(character) if character != "<" else 0) * weight
    return str(total % 10)


def mrz_lines(
    number: str = NUMBER,
    born: str = "950615",
    sex: str = "F",
    expiry: str = "350615",
    name: str = "NGUYEN<<THI<LAN",
    document: str = "",
    optional: str = "",
    state: str = "IDVNM",
) -> list[str]:
    document = document or number[-9:]
    optional = optional or number + "<<"
    line1 = state + document + check_digit(document) + optional + check_digit(optional)
    dates = born + check_digit(born), sex, expiry + check_digit(expiry)
    composite = check_digit(line1[5:] + dates[0] + dates[2] + "<" * 11)
    return [line1, "".join(dates) + "VNM" + "<" * 11 + composite, name.ljust(30, "<")]


def mrz(number: str = NUMBER, **fields: str) -> str:
    return "".join(mrz_lines(number, **fields))


def read(text: str, today: date = TODAY) -> Scan:
    return read_scan(text, today=today, rules=RULES)


def code_of(text: str, today: date = TODAY) -> str:
    """The code that a scan is refused with, or "" where it is read."""
    return refusal_of(partial(read, text, today))


def refusal_of(action: Callable[[], object]) -> str:
    """The code of an input that is refused, or "" where it isn't; a scan's refusal never has more to say."""
    try:
        action()
    except InputRefused as refusal:
        return f"{refusal.code} {refusal.fields}" if refusal.fields else refusal.code
    return ""
