"""The design's numbers: colours of both themes, type sizes, spacing, radii and heights. Lengths are logical pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "text", "text2", "muted", "blue_text", "orange_text", "amber", "on_blue", "rail_text", "rail_on", "blue", "orange"
]
"""The colours that text and icons may take; names of `Palette` fields."""


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as `#rrggbb`.

    Blue means ahead, received or done; orange means behind or in need of attention; amber means waiting. `border` and
    `grid` only separate and carry no meaning. There is neither red nor green.
    """

    dark: bool
    bg: str
    surface: str
    sunken: str
    track: str
    border: str
    grid: str
    ctl: str
    text: str
    text2: str
    muted: str
    rail: str
    rail_selected: str
    rail_text: str
    rail_on: str
    plan_tick: str
    status: str
    row: str
    blue: str
    blue_text: str
    blue_soft: str
    on_blue: str
    orange: str
    orange_text: str
    orange_soft: str
    hatch: str
    amber: str
    amber_soft: str
    amber_fill: str


LIGHT = Palette(
    dark=False,
    bg="#f2f4f7",
    surface="#ffffff",
    sunken="#e9edf1",
    track="#dde3e9",
    border="#d3dae1",
    grid="#e4e9ee",
    ctl="#7a8794",
    text="#16202a",
    text2="#44515e",
    muted="#586572",
    rail="#0e2a3e",
    rail_selected="#1d4560",
    rail_text="#b9cad8",
    rail_on="#ffffff",
    plan_tick="#16202a",
    status="#e3e8ed",
    row="#f7f9fa",
    blue="#0069a6",
    blue_text="#00588c",
    blue_soft="#e2eff7",
    on_blue="#ffffff",
    orange="#ad3f08",
    orange_text="#9a3706",
    orange_soft="#fbeae0",
    hatch="#e9b392",
    amber="#7a5500",
    amber_soft="#fbf0d2",
    amber_fill="#d9a21b",
)

DARK = Palette(
    dark=True,
    bg="#12171c",
    surface="#1b2229",
    sunken="#242d36",
    track="#313c47",
    border="#35414d",
    grid="#2a343e",
    ctl="#7c8b99",
    text="#e8edf2",
    text2="#b9c4ce",
    muted="#9ba8b4",
    rail="#0b0f13",
    rail_selected="#1d3446",
    rail_text="#a3b1bd",
    rail_on="#ffffff",
    plan_tick="#ffffff",
    status="#0e1317",
    row="#1f272f",
    blue="#5db1e6",
    blue_text="#8ccbf2",
    blue_soft="#16364b",
    on_blue="#06202f",
    orange="#f0905a",
    orange_text="#f6a87c",
    orange_soft="#46281a",
    hatch="#7a3c17",
    amber="#e5bc58",
    amber_soft="#3d3215",
    amber_fill="#d9a21b",
)

# Type sizes; nothing is set smaller than CAPTION.
CAPTION = 12
CELL = 13
BODY = 14
SECTION = 16
PERSON = 18
TITLE = 20
FIGURE = 24
BIG_FIGURE = 28
HERO = 44

REGULAR = 400
MEDIUM = 500
SEMIBOLD = 600

# Spacing, on a grid of 8; TIGHT only inside a control.
TIGHT = 4
GAP = 8
MARGIN = 16

CARD_RADIUS = 8
CONTROL_RADIUS = 6
BAR_RADIUS = 3

OUTCOME_KEY = 72
SEAL = 64
BIG_ACTION = 56
ACTION = 48
FIELD = 44
SEGMENT = 40

INTAKE_ROW = 26
LIST_ROW = 29
BOARD_ROW = 40

RAIL_WIDTH = 80
HEADER_HEIGHT = 56
STATUS_HEIGHT = 32
DRILL_HEIGHT = 24

RING = 2
RING_GAP = 2
