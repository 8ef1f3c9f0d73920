"""Where things lie on a stick, and what their names say (docs/bundle-format.md, section 5). Names are hints only."""

from __future__ import annotations

import re
from typing import Literal

from bundle.manifest import bundle_name, parse_bundle_name
from campaign.shapes import is_station_code

FoundKind = Literal["bundle", "request", "trust", "plan", "enrolment", "receipt", "rebuild"]

ENROL = "enrol"
"""The only folder of a stick that is looked at."""
STICK_FILE = "stick.json"
FOLDERS: dict[str, FoundKind] = {
    "bundles": "bundle",
    "requests": "request",
    "trust": "trust",
    "plans": "plan",
    "enrolments": "enrolment",
    "receipts": "receipt",
    "rebuilds": "rebuild",
}

_EPOCH = r"[1-9]\d{0,14}"
_SIX = r"\d{6}|[1-9]\d{6,14}"
_NAMES = {
    "request": re.compile(rf"(?P<station>.{{1,32}})-e({_EPOCH})\.request", re.ASCII),
    "trust": re.compile(rf"(?P<station>)({_SIX})\.trust", re.ASCII),
    "plan": re.compile(rf"(?P<station>)({_SIX})\.plan", re.ASCII),
    "enrolment": re.compile(rf"(?P<station>.{{1,32}})-e({_EPOCH})\.enrolment", re.ASCII),
    "rebuild": re.compile(rf"(?P<station>.{{1,32}})-e({_EPOCH})\.rebuild", re.ASCII),
    "receipt": re.compile(rf"(?P<station>.{{1,32}})-e({_EPOCH})-g({_EPOCH})-({_SIX})\.receipt", re.ASCII),
}


def bundle_path(station: str, epoch: int, seq: int) -> str:
    """Relative to the stick's root, as all paths here."""
    return f"{ENROL}/bundles/{station}/{bundle_name(station, epoch, seq)}"


def request_path(station: str, epoch: int) -> str:
    return f"{ENROL}/requests/{station}-e{epoch}.request"


def trust_path(version: int) -> str:
    return f"{ENROL}/trust/{version:06d}.trust"


def plan_path(version: int) -> str:
    return f"{ENROL}/plans/{version:06d}.plan"


def enrolment_path(station: str, epoch: int) -> str:
    return f"{ENROL}/enrolments/{station}-e{epoch}.enrolment"


def receipt_path(station: str, epoch: int, generation: int, serial: int) -> str:
    return f"{ENROL}/receipts/{station}-e{epoch}-g{generation}-{serial:06d}.receipt"


def rebuild_path(station: str, epoch: int) -> str:
    """``epoch`` is the one that the file gives back."""
    return f"{ENROL}/rebuilds/{station}-e{epoch}.rebuild"


def parse_name(kind: FoundKind, name: str) -> tuple[str | None, tuple[int, ...]] | None:
    """The station (None for trust and plans) and the numbers of a name, in their order; None for another shape."""
    if kind == "bundle":
        parsed = parse_bundle_name(name)
        return parsed and (parsed[0], parsed[1:])
    match = _NAMES[kind].fullmatch(name)
    if match is None:
        return None
    station, *digits = match.groups()
    numbers = tuple(map(int, digits))
    if 0 in numbers or (station and not is_station_code(station)):
        return None
    return station or None, numbers
