"""The scan's limits, tables and codes, as the reference file personal_number.json states them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from types import MappingProxyType

import msgspec

from campaign.identity import NumberTables, Sex


class _Place(msgspec.Struct, frozen=True):
    code: str
    name: str


class _CenturySex(msgspec.Struct, frozen=True):
    digit: str
    sex: Sex
    year_from: int


class _Code(msgspec.Struct, frozen=True):
    id: str


class _Scan(msgspec.Struct, frozen=True):
    max_input_characters: int
    warnings: tuple[_Code, ...]


class _File(msgspec.Struct, frozen=True):
    places: tuple[_Place, ...]
    century_sex: tuple[_CenturySex, ...]
    scan: _Scan


@dataclass(frozen=True, slots=True)
class ScanRules:
    """``warning_order`` holds every warning code there is, in the order in which answers list them."""

    max_input_characters: int
    numbers: NumberTables
    warning_order: tuple[str, ...]

    @classmethod
    def from_json(cls, content: bytes) -> ScanRules:
        """Decode the bytes of personal_number.json; raises msgspec.DecodeError where it isn't one."""
        file = msgspec.json.decode(content, type=_File)
        places = MappingProxyType({place.code: place.name for place in file.places})
        centuries = MappingProxyType({row.digit: (row.sex, row.year_from) for row in file.century_sex})
        return cls(
            max_input_characters=file.scan.max_input_characters,
            numbers=NumberTables(places, centuries),
            warning_order=tuple(code.id for code in file.scan.warnings),
        )

    def in_order(self, warnings: Collection[str]) -> tuple[str, ...]:
        """Each warning once, in the file's order."""
        return tuple(code for code in self.warning_order if code in warnings)
