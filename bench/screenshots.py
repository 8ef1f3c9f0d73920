"""`make screenshots`: every screen in its named states, from the real window over a seeded practice store.

The pictures are those of a Thursday afternoon, 8 April 2021, at a point with six devices; each comes in light, in dark,
in English and with text half as large again.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import resources
from bench.people import Citizen
from bench.point_desk import counted_in
from bench.small_city import PASSWORD, SmallCity
from campaign.calendar import VIETNAM
from campaign.events import Role
from command_app.services.import_bundles import import_bundles
from command_app.services.issue_receipts import issue_receipts
from shell.sentences import Language
from station_app.bootstrap import person_of, signed_in_as
from station_app.services.close_shift import close_shift
from station_app.services.export_bundle import export_bundle
from station_app.services.figures import day_figures
from station_app.services.orders import receive_orders
from station_app.services.run_shift import pause_shift
from station_app.services.users import add_user
from station_app.ui.desktop import Desktop, Homes
from station_app.ui.speech import Speech
from ui_kit import theme

CODE, UNIT, DEVICES = "HP-LC-07", "Công an quận Lê Chân", 6
NOW = datetime(2021, 4, 8, 16, 7, 24, tzinfo=VIETNAM)
OPERATOR, SUPERVISOR = "tk.van", "pd.luong"
PEOPLE: tuple[tuple[str, Role, str], ...] = (
    (OPERATOR, "operator", "Trần Khánh Vân"),
    ("dm.quy", "operator", "Đỗ Minh Quý"),
    ("lt.hanh", "operator", "Lê Thu Hạnh"),
    (SUPERVISOR, "supervisor", "Phạm Đức Lương"),
)
SHIFT, INTAKE, BOARD, EXPORT, BOOK = (Qt.Key(ord(digit)) for digit in "12358")
"""The rail's entries, with Alt."""
LONGEST_WAIT = 20.0
"""Seconds until the window must have come to rest."""
ROUNDS, ROUND_MILLISECONDS = 4, 60
"""An answer may lead to a further question: so often the lanes are waited for."""


def seed(folder: Path) -> tuple[Path, Citizen]:
    """The point's home at `NOW`, a first bundle received; and somebody who was accepted there."""
    small = SmallCity(folder, ((CODE, UNIT, DEVICES),))
    small.found()
    with small.station(CODE) as station:
        for user, role, name in PEOPLE:
            add_user(station, user, role, name, PASSWORD)
    somebody = small.work_a_day(CODE, DEVICES, until=NOW)
    (folder / CODE / "stick").mkdir()  # the folder that stands for a stick in a drill
    stick = small.stick(CODE)
    with small.station(CODE) as station:
        export_bundle(station, stick)
        with small.city() as city:
            import_bundles(city, [stick.root], small.keys.identity())
            issue_receipts(city, stick, small.keys.officer(None))
        supervisor = signed_in_as(station, person_of(station, SUPERVISOR, PASSWORD))
        receive_orders(supervisor, stick)
        pause_shift(supervisor, "TB-5", "fingerprint_reader_fault")
        with station.store.read() as snapshot:
            sealed = day_figures(station, snapshot).device("TB-6")
        assert sealed is not None
        assert sealed.shift is not None
        close_shift(supervisor, "TB-6", counted_in(station, sealed.shift.shift))
    return folder / CODE, somebody


@dataclass(frozen=True, slots=True)
class Look:
    """One set of the pictures; ``suffix`` ends their names."""

    suffix: str
    dark: bool = False
    language: Language = "vi"
    scale: float = 1.0


LOOKS = (Look(""), Look("-dark", dark=True), Look("-en", language="en"), Look("-150", scale=1.5))


class Studio:
    """The real window, its clock standing still."""

    def __init__(self, application: QApplication, home: Path, out: Path, look: Look) -> None:
        self._application, self._out, self._suffix = application, out, look.suffix
        homes = Homes(real=home, practice=home.with_name("luyện-tập"))
        self.desktop = Desktop(homes, Speech(look.language), lambda **_: lambda: NOW, practising=False)
        self.desktop.frame.show()
        self.rest()

    def rest(self) -> None:
        """Lets the lanes end what they were asked, and what that led to, and the window paint."""
        for _ in range(ROUNDS):
            ended: list[str] = []
            lanes = (self.desktop.read, self.desktop.write, self.desktop.slow)
            for lane in lanes:
                lane.ask(lambda: "ended", ended.append)
            until = monotonic() + LONGEST_WAIT
            while len(ended) < len(lanes):
                if monotonic() > until:
                    raise TimeoutError("the window does not come to rest")
                self._application.processEvents()
            QTest.qWait(ROUND_MILLISECONDS)

    def grab(self, name: str) -> None:
        self.rest()
        path = self._out / f"{name}{self._suffix}.png"
        if not self.desktop.frame.grab().save(str(path)):
            raise OSError(f"{path.name} can't be written")

    def sit(self, user: str) -> None:
        self.desktop.enter(self.desktop.unlock(user, PASSWORD))
        self.rest()

    def go(self, entry: Qt.Key, device: Qt.Key = Qt.Key.Key_1) -> None:
        """To a screen and a device by their keys: Alt and the rail's number, Ctrl and the device's place."""
        self.press(device, Qt.KeyboardModifier.ControlModifier)
        self.press(entry, Qt.KeyboardModifier.AltModifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(self._focused(), text)
        self.rest()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._focused(), key, modifier)
        self.rest()

    def end(self) -> None:
        self.desktop.frame.close()
        self.rest()
        self.desktop.end()

    def _focused(self) -> QWidget:
        return self._application.focusWidget() or self.desktop.frame


@contextmanager
def studio(
    application: QApplication, home: Path, out: Path, look: Look, kind: type[Studio] = Studio
) -> Iterator[Studio]:
    """``kind`` may do something else in each named state than take a picture."""
    theme.apply(application, dark=look.dark, scale=look.scale)
    translator = QTranslator()
    if look.language != "vi":
        words = resources.read(f"translations/station_{look.language}.qm")  # a translator reads them where they are
        translator.load(words)
        application.installTranslator(translator)
    opened = kind(application, home, out, look)
    try:
        yield opened
    finally:
        opened.end()
        application.removeTranslator(translator)


def take_pictures(at: Studio, somebody: Citizen) -> None:
    """All screens, in an order in which none spoils the next."""
    at.grab("sign_in")
    at.sit(OPERATOR)
    at.go(INTAKE)
    at.grab("intake_ready")
    at.type("031195004417")
    at.press(Qt.Key.Key_Return)
    at.press(Qt.Key.Key_F3)
    at.grab("intake")
    at.press(Qt.Key.Key_Escape)
    at.press(Qt.Key.Key_Escape)
    at.type(somebody.number)
    at.press(Qt.Key.Key_Return)
    at.press(Qt.Key.Key_F1)
    at.grab("intake_error")
    at.press(Qt.Key.Key_Escape)
    at.go(INTAKE, Qt.Key.Key_5)
    at.grab("pause")
    at.go(SHIFT)
    at.grab("shift_close")
    at.go(SHIFT, Qt.Key.Key_6)
    at.grab("readiness")
    at.go(BOARD)
    at.grab("board")
    at.go(BOOK)
    at.grab("entries")
    at.desktop.lock()
    at.sit(SUPERVISOR)
    at.go(Qt.Key.Key_4)
    at.grab("progress")
    at.go(EXPORT)
    at.grab("export")
    at.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    at.grab("export_done")


def main() -> None:
    """Writes the pictures into a folder."""
    parser = argparse.ArgumentParser(description="Pictures of every screen.")
    parser.add_argument("--out", type=Path, required=True)
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        home, somebody = seed(Path(name))
        for look in LOOKS:
            with studio(application, home, out, look) as at:
                take_pictures(at, somebody)


if __name__ == "__main__":
    main()
