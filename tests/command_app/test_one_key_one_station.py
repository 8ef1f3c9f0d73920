"""A key tells whose a bundle is: it is enrolled for one station and epoch, and receipts number each station's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle.keys import public_key
from bundle.layout import request_path
from bundle.stick import Stick
from command_app.services.enrol_station import enrol_stations
from command_app.services.issue_receipts import issue_receipts
from tests.bundle.city import OFFICER_A, a_key, request_line
from tests.command_app.cities import PaperStation, a_city, taken

STORES = ("file", "server")


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    root = tmp_path / "stick"
    root.mkdir()
    return Stick(root)


def _ask(stick: Stick, station: str, key: bytes) -> None:
    line = request_line(key, station=station, key=public_key(key).hex())
    stick.write_document(request_path(station, 1), line)


def test_a_key_of_one_station_is_not_enrolled_for_another(stick: Stick, tmp_path: Path) -> None:
    _ask(stick, "HP-LC-01", a_key(21))
    _ask(stick, "HP-NQ-02", a_key(21))
    _ask(stick, "HP-NQ-03", a_key(23))
    with a_city(tmp_path) as city:
        done = enrol_stations(city, stick, OFFICER_A, {})
        assert [row.station for row in done.enrolled] == ["HP-LC-01", "HP-NQ-03"]
        assert [(row.file, row.code) for row in done.refused] == [("HP-NQ-02-e1.request", "key_in_use")]
        (told,) = taken(city, tmp_path, PaperStation("HP-LC-01", key=a_key(21)).begun().bundle())
        assert told["state"] == "accepted"  # the first one's bundles are known as before


def test_serials_rise_by_one_for_each_station(stick: Stick, tmp_path: Path) -> None:
    early, late = PaperStation("HP-LC-01", key=a_key(21)).begun(), PaperStation("HP-NQ-02", key=a_key(22)).begun()
    with a_city(tmp_path, early, late) as city:
        taken(city, tmp_path, early.bundle())
        for _ in range(2):
            issue_receipts(city, stick, OFFICER_A)
        taken(city, tmp_path, late.bundle())
        issued = issue_receipts(city, stick, OFFICER_A)
    assert [(row.station, row.serial) for row in issued] == [("HP-LC-01", 3), ("HP-NQ-02", 1)]
