"""Communes as they are typed: by GSO code, or by name with or without its marks."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from campaign.units import Commune, District, Units
from station_app.ui.intake.shown import UnitShown


@dataclass(frozen=True, slots=True)
class CommuneOffer:
    """``text`` is what is written when it is picked, ``plain`` what is typed to find it."""

    code: str
    text: str
    plain: str


def plain(text: str) -> str:
    """Small letters without marks, so that `du hang` finds Dư Hàng."""
    parted = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(letter for letter in parted if not unicodedata.combining(letter)).split())


def offers(units: Units) -> tuple[CommuneOffer, ...]:
    """All that may stand as a person's commune."""
    return tuple(
        CommuneOffer(unit.code, text, f"{plain(text)} {unit.code}")
        for unit in units.lowest
        for text in [_written(units, unit)]
    )


def find_commune(units: Units, text: str) -> str | None:
    """The code of the one unit meant by its code, its name, or name and district; None for none or several."""
    wanted = plain(text)
    found = [
        unit.code
        for unit in units.lowest
        if wanted in (unit.code, plain(unit.name), plain(unit.name_with_kind), plain(_written(units, unit)))
    ]
    return found[0] if len(found) == 1 else None


def unit_shown(units: Units, code: str) -> UnitShown | None:
    """None for no code, or one that these units don't have."""
    unit = units.commune(code) or units.district(code)
    return UnitShown(unit.name, unit.kind) if unit and code else None


def _written(units: Units, unit: Commune | District) -> str:
    district = units.district(unit.code)
    return f"{unit.name}, {district.name}" if isinstance(unit, Commune) and district else unit.name
