"""The desk that screens are tested at is a real one."""

from __future__ import annotations

from station_app.services.status import station_status
from station_app.services.void_application import void_application
from tests.station_app.desks import Clock, FakeDesk, as_user, logged, opened


def test_a_prepared_desk_works_by_the_signed_plan(desk: FakeDesk, clock: Clock) -> None:
    opened(desk.station)
    clock.advance(minutes=3)
    entry = logged(desk.station, "031195004417", took_ms=3200)
    other = logged(as_user(desk.station, "lt.hanh"), number="145678901", name="Vũ Thị Lụa", birth_date="1956")
    void_application(desk.station, entry.n, "typing_error", as_user(desk.station, "pd.luong").person)

    status = station_status(desk.station)
    device = status.figures.devices[0]
    assert (device.device, device.label, device.state) == ("TB-1", "Thiết bị 1", "open")
    assert (device.pace.done, device.pace.quota) == (1, 350)
    assert status.standing.last == other.n + 1
    assert status.warnings == ()
