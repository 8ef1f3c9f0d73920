"""The program's own window erases what is due, a second at a time, while somebody sits at the desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from bundle.stick import Stick
from db.history import History
from station_app.home import STORE, STORE_FILE
from station_app.services.close_shift import close_shift
from station_app.services.orders import receive_orders
from station_app.services.show_entry import entry_details
from tests.disk_bytes import hold
from tests.station_app.city_side import write_receipt
from tests.station_app.desks import Clock, as_user, logged, opened, station_at
from tests.station_app.windows import Window

NAME = "Phùng Thị Hoài Thương"


def test_after_the_days_the_window_erases_by_itself(
    qapp: QApplication, home: Path, clock: Clock, tmp_path: Path
) -> None:
    stick = Stick(tmp_path / "stick")
    stick.root.mkdir()
    with station_at(home, clock) as station:
        opened(station)
        n = logged(station, number="031195004417", name=NAME).n
        close_shift(station, "TB-1", 1, None)
        clock.set("07:00", "2021-07-08")
        with station.store.read() as snapshot:
            last = History(snapshot, station.identity.station, 1).last()
        write_receipt(stick, station, 1, last, durable=n)
        assert not receive_orders(as_user(station, "pd.luong"), stick).refused
        key = station.keys.store
    path = home / STORE / STORE_FILE
    assert hold(path, key, NAME.encode()) > 0
    window = Window(home, clock)
    window.sign_in("tk.van")
    unlocked = window.desktop.station
    assert unlocked is not None
    for _ in range(3):
        window.desktop.tick()
        window.rest()
    assert entry_details(unlocked, (1, n)).erased
    assert hold(path, key, NAME.encode()) == 0
    window.close()
