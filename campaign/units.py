"""Administrative units by their GSO codes: names repeat, codes don't."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

import msgspec

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


class Province(msgspec.Struct, frozen=True):
    """``place_code`` begins the personal numbers of those whose birth was registered there."""

    code: str
    name: str
    name_with_kind: str
    place_code: str


class District(msgspec.Struct, frozen=True):
    """Three digits. ``kind`` is ``district_urban`` or ``district_rural``."""

    code: str
    name: str
    kind: str
    name_with_kind: str
    island: bool
    commune_count: int


class Commune(msgspec.Struct, frozen=True):
    """Five digits. ``kind`` is ``ward``, ``township`` or ``commune``."""

    code: str
    name: str
    kind: str
    name_with_kind: str
    district_code: str


class Units(msgspec.Struct, frozen=True, dict=True):
    """hai_phong_units.json. A district without communes (Bạch Long Vĩ) is itself the lowest unit."""

    version: int
    province: Province
    districts: tuple[District, ...]
    communes: tuple[Commune, ...]

    @cached_property
    def _communes(self) -> dict[str, Commune]:
        return {commune.code: commune for commune in self.communes}

    @cached_property
    def _districts(self) -> dict[str, District]:
        return {district.code: district for district in self.districts}

    def commune(self, code: str) -> Commune | None:
        return self._communes.get(code)

    def district(self, code: str) -> District | None:
        """The district itself, or that of a commune's code."""
        commune = self.commune(code)
        return self._districts.get(commune.district_code if commune else code)

    def communes_of(self, district_code: str) -> tuple[Commune, ...]:
        return tuple(commune for commune in self.communes if commune.district_code == district_code)

    @property
    def lowest(self) -> tuple[Commune | District, ...]:
        """All that may stand as a person's commune, in the file's order."""
        return (*self.communes, *(district for district in self.districts if district.commune_count == 0))

    def is_lowest(self, code: str) -> bool:
        """Whether a code may stand as a person's commune."""
        district = self._districts.get(code)
        return code in self._communes or (district is not None and district.commune_count == 0)

    def in_address(self, address: str) -> Commune | District | None:
        """The commune that an address of a card ends in: …, commune, district, province; None unless exactly one fits.

        Names may come with or without their kind (Phường, Xã …) and with either tone placement (Thuỷ, Thủy).
        """
        *_, commune, district, province = ("", "", "", *(_folded(part) for part in address.split(",")))
        if province not in _names(self.province):
            return None
        found = [
            unit
            for unit in self.lowest
            if district in _names(self._districts[unit.district_code] if isinstance(unit, Commune) else unit)
            and (isinstance(unit, District) or commune in _names(unit))
        ]
        return found[0] if len(found) == 1 else None


def _names(unit: Province | District | Commune) -> tuple[str, str]:
    return _folded(unit.name), _folded(unit.name_with_kind)


def _folded(name: str) -> str:
    """One text for any case, spacing and tone placement: each syllable with its tone at the end."""
    words = unicodedata.normalize("NFD", name.casefold()).split()
    return " ".join(_TONES.sub("", word) + "".join(_TONES.findall(word)) for word in words)
