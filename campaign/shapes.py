"""The value types that entries, documents and plans are made of, with their limits (docs/bundle-format.md)."""

from __future__ import annotations

import re
from typing import Annotated

from msgspec import Meta

from campaign.canonical import MAX_INTEGER

# `\Z`, not `$`: a trailing line end is no part of an id. The patterns are searched, hence the anchors.
StationCode = Annotated[str, Meta(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*\Z", max_length=32)]
DeviceId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9-]{1,16}\Z")]
WindowId = DeviceId
ShiftId = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.[A-Za-z0-9-]{1,16}){2}\.[1-9][0-9]{0,5}\Z")]
UserName = Annotated[str, Meta(pattern=r"^[a-z0-9._-]{1,32}\Z")]
FormId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,64}\Z")]
CodeId = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,63}\Z")]
"""An id of a catalogue, or an entry kind: stable snake_case."""
CommuneCode = Annotated[str, Meta(pattern=r"^[0-9]{3,5}\Z")]
"""A GSO code: five digits, or the district's three where it has no communes (Bạch Long Vĩ)."""
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
TimeText = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\+07:00\Z")]
DayText = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")]
# Control characters are refused at the door: PostgreSQL takes no NUL, a terminal or a sheet should see none.
Line = Annotated[str, Meta(pattern=r"^[^\x00-\x1f\x7f-\x9f]*\Z")]
"""One line of free text, as long as a line of a bundle may be; in a body about things, never about a person."""
PersonName = Annotated[str, Meta(pattern=r"^[^\x00-\x1f\x7f-\x9f]*\Z", min_length=1, max_length=64)]
Count = Annotated[int, Meta(ge=0, le=MAX_INTEGER)]
Number = Annotated[int, Meta(ge=1, le=MAX_INTEGER)]
Whole = Annotated[int, Meta(ge=-MAX_INTEGER, le=MAX_INTEGER)]

_STATION = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*", re.ASCII)
_WINDOWS_DEVICES = frozenset(
    ["CON", "PRN", "AUX", "NUL", *(f"COM{n}" for n in range(10)), *(f"LPT{n}" for n in range(10))]
)


def is_station_code(text: str) -> bool:
    """Whether a text may name a station: it becomes folder and file names on every system."""
    return len(text) <= 32 and _STATION.fullmatch(text) is not None and text not in _WINDOWS_DEVICES
