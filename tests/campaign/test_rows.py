"""The projected rows: tables of one shape at a station and at the command, found by their keys."""

from __future__ import annotations

from typing import get_type_hints

import pytest

from campaign.rows import TABLES, MemoryRows, Row, SettingRow, TallyRow, UserRow, key_of


@pytest.mark.parametrize("shape", TABLES.values())
def test_a_row_is_found_by_its_station_first(shape: type[Row]) -> None:
    assert shape.__struct_fields__[0] == "station"
    assert 1 <= shape.KEY <= len(shape.__struct_fields__)
    assert all(set(columns) <= set(shape.__struct_fields__) for columns in shape.INDEXES)


@pytest.mark.parametrize("shape", TABLES.values())
def test_a_row_holds_what_a_table_can(shape: type[Row]) -> None:
    """No key has a default, so that none can be forgotten."""
    assert {get_type_hints(shape)[name] for name in shape.__struct_fields__} <= {str, int, bool}
    assert len(shape.__struct_fields__) - len(shape.__struct_defaults__) >= shape.KEY


def test_every_row_has_a_table_of_its_own() -> None:
    assert list(TABLES.values()) == Row.__subclasses__()


def test_a_row_is_replaced_by_one_of_the_same_key() -> None:
    rows = MemoryRows()
    rows.put(SettingRow("HP-LC-01", "sound", "on"))
    rows.put(SettingRow("HP-LC-01", "sound", "off"))
    rows.put(SettingRow("HP-NQ-02", "sound", "on"))
    assert rows.get(SettingRow, "HP-LC-01", "sound") == SettingRow("HP-LC-01", "sound", "off")
    assert rows.get(SettingRow, "HP-NQ-02", "sound") == SettingRow("HP-NQ-02", "sound", "on")
    assert rows.get(SettingRow, "HP-LC-01", "language") is None
    assert rows.get(UserRow, "HP-LC-01", "sound") is None


def test_the_key_of_a_row() -> None:
    tally = TallyRow("HP-LC-01", "2021-04-02", "TB-1", "2021-04-02.TB-1.ca-1.1", 7, "accepted", count=3)
    assert key_of(tally) == ("HP-LC-01", "2021-04-02", "TB-1", "2021-04-02.TB-1.ca-1.1", 7, "accepted")
