"""An operator at the window who serves whoever comes, by keys and scanner alone, and remembers what ought to be there.

What is expected is written down from what was done, never from what the program says.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bench.people import Citizen, Population, mrz_text, qr_text
from campaign.units import Units
from station_app.bootstrap import catalogue
from station_app.ui.intake.duplicate_panel import DuplicatePanel
from station_app.ui.intake.scan_line import ScanLine
from station_app.ui.intake.typed_fields import TypedFields
from station_app.ui.intake.view import IntakeView
from tests.desk.journalled import Logged
from tests.station_app.desks import at
from tests.station_app.scanners import Keyboard
from tests.station_app.windows import Window

CTRL = Qt.KeyboardModifier.ControlModifier
DEVICES = {"TB-1": Qt.Key.Key_1, "TB-2": Qt.Key.Key_2}
COMMUNES = ("Vĩnh Niệm", "Dư Hàng Kênh", "Kênh Dương", "Trại Cau", "Niệm Nghĩa", "Nghĩa Xá")
"""Names that only one commune has."""
COMINGS = {
    "barcode": 22, "qr": 12, "mrz": 8, "typed": 8, "cmnd": 12, "again": 8, "rubbish": 6, "damaged": 4, "left": 4,
    "cable": 8, "form": 6, "pile": 4,
}  # fmt: skip
"""What stands before the desk, with its weight."""


class Operator:
    """``expected`` is what the journal must hold, oldest first."""

    def __init__(self, window: Window, seed: int, send: Callable[[str], None]) -> None:
        """``send``: through the serial scanner's cable."""
        self._window, self._random, self._send = window, Random(seed), send
        units: Units = catalogue().units
        self._people = Population(units, self._random, at("08:00").date())
        self._keyboard = Keyboard(window.frame)
        self._device = "TB-1"
        self._accepted: list[Citizen] = []
        self.expected: list[Logged] = []

    def serve(self, count: int) -> None:
        """Until so many applications are logged, errors and those who left not counted."""
        while len(self.expected) < count:
            (coming,) = self._random.choices(list(COMINGS), list(COMINGS.values()))
            getattr(self, f"_{coming}")()
            if self._random.random() < 0.06:
                self._switch()
        self._window.rest()

    def _barcode(self) -> None:
        citizen = self._people.citizen()
        self._keyboard.scan(citizen.number, end=self._random.choice("\r\t"), gap=self._random.choice((5, 12, 30)))
        self._end(citizen, "", "barcode", card=False)

    def _qr(self) -> None:
        citizen = self._people.citizen()
        tail = self._random.choice(("", "|Phạm Văn Hùng|Lê Thị Hoa|"))
        self._keyboard.scan(qr_text(citizen) + tail, gap=self._random.choice((5, 12)))
        self._end(citizen, citizen.name, "qr", card=True)

    def _mrz(self) -> None:
        citizen = self._people.citizen()
        for line in mrz_text(citizen).split("\n"):
            self._keyboard.scan(line, gap=20)
        self._end(citizen, None, "mrz", card=True)

    def _cable(self) -> None:
        """A serial scanner: no key, and no focus."""
        citizen = self._people.citizen()
        scans = ((citizen.number, "", "barcode"), (qr_text(citizen), citizen.name, "qr"))
        text, name, source = self._random.choice(scans)
        self._send(text + self._random.choice(("\r\n", "\r", "")))
        self._window.until(lambda: self._field().replace(" ", "") == citizen.number)
        self._end(citizen, name, source, card=source == "qr")

    def _form(self) -> None:
        """The barcode of a paper form, before the card or after it."""
        citizen, form = self._people.citizen(), f"TK-2021-{len(self.expected):06}"
        scans = [form, citizen.number]
        self._random.shuffle(scans)
        for text in scans:
            self._keyboard.scan(text)
        self._window.rest()
        self._end(citizen, "", "barcode", card=False)
        self.expected[-1] = self.expected[-1]._replace(form=form)

    def _pile(self) -> None:
        """After a power cut: some on paper, of one hour."""
        hour = self._random.choice(("0731", "7h45"))
        self._keyboard.press(Qt.Key.Key_B, CTRL)
        self._keyboard.type(hour)
        self._keyboard.press(Qt.Key.Key_Return)
        for _ in range(self._random.randrange(1, 4)):
            citizen = self._people.citizen()
            self._keyboard.scan(citizen.number)
            self._end(citizen, "", "paper", card=False)
            self.expected[-1] = self.expected[-1]._replace(hour=7)
        self._keyboard.press(Qt.Key.Key_B, CTRL)
        self._keyboard.press(Qt.Key.Key_Escape)

    def _typed(self) -> None:
        citizen = self._people.citizen()
        number = citizen.number
        self._keyboard.type(f"{number[:3]}.{number[3:6]}.{number[6:9]}.{number[9:]}")
        self._keyboard.press(Qt.Key.Key_Return)
        self._end(citizen, "", "typed", card=False)

    def _cmnd(self) -> None:
        """A nine-digit number, then name, year of birth and commune."""
        citizen = next(one for one in iter(self._people.citizen, None) if one.old_number)
        self._keyboard.type(citizen.old_number)
        self._keyboard.press(Qt.Key.Key_Return)
        (fields,) = self._window.shown(IntakeView).findChildren(TypedFields)
        self._window.until(fields.isVisible)
        for text in (citizen.name, str(citizen.birth_date.year), self._random.choice(COMMUNES)):
            self._keyboard.type(text)
            self._keyboard.press(Qt.Key.Key_Return)
        self._note(citizen.old_number, citizen.name, "typed", "accepted")

    def _again(self) -> None:
        """Somebody who was accepted: shown beside the other record; logged as a duplicate, or sent away."""
        if not self._accepted:
            return
        citizen = self._random.choice(self._accepted)
        self._window.rest()
        self._keyboard.scan(citizen.number)
        (panel,) = self._window.shown(IntakeView).findChildren(DuplicatePanel)
        self._window.until(panel.isVisible)
        self._keyboard.press(Qt.Key.Key_F1)  # no: it is accepted already
        logs = self._random.random() < 0.5
        QApplication.processEvents()
        self._wait_a_hand()
        self._keyboard.press(Qt.Key.Key_Return if logs else Qt.Key.Key_Escape)
        if logs:
            self._note(citizen.number, "", "barcode", "duplicate")

    def _rubbish(self) -> None:
        self._keyboard.scan(self._random.choice(("0311950", "03119500441", "=cmd|'/c calc'!A1", "7" * 500)))
        self._keyboard.press(Qt.Key.Key_F1)

    def _damaged(self) -> None:
        """An input method has swallowed the separators."""
        self._keyboard.scan(qr_text(self._people.citizen()).replace("|", ""))
        self._keyboard.press(Qt.Key.Key_Escape)

    def _left(self) -> None:
        """The next one's card is scanned before the outcome of the one who left is pressed."""
        self._keyboard.scan(self._people.citizen().number)
        self._barcode()

    def _end(self, citizen: Citizen, name: str | None, source: str, *, card: bool) -> None:
        """``name`` None: as the MRZ spells it."""
        if self._random.random() < 0.04:
            self._fee()
        if self._random.random() < 0.2:
            self._keyboard.press(Qt.Key.Key_F3)
            self._keyboard.type("2")
            outcome = "population_data_mismatch"
        else:
            for _ in range(2 if card else 1):  # who has the chip card already is asked for once more
                self._keyboard.press(Qt.Key.Key_F1)
            outcome = "accepted"
        self._note(citizen.number, name, source, outcome)
        if self._random.random() < 0.08:
            self._keyboard.press(Qt.Key.Key_Z, CTRL)
            self.expected[-1] = self.expected[-1]._replace(undone=True)
        elif outcome == "accepted":
            self._accepted.append(citizen)

    def _fee(self) -> None:
        """Taken with a receipt, or no longer."""
        self._keyboard.press(Qt.Key.Key_T, CTRL)
        if not self._window.focused().accessibleName().startswith("Quét"):
            self._keyboard.type(f"AB {self._random.randrange(10_000):05}")
            self._keyboard.press(Qt.Key.Key_Return)

    def _field(self) -> str:
        (field,) = self._window.shown(IntakeView).findChildren(ScanLine)
        return field.text()

    def _note(self, number: str, name: str | None, source: str, outcome: str) -> None:
        self.expected.append(Logged(self._device, number, name or "", source, outcome, undone=False))

    def _switch(self) -> None:
        self._device = self._random.choice(list(DEVICES))
        self._keyboard.press(DEVICES[self._device], CTRL)
        self._window.rest()

    def _wait_a_hand(self) -> None:
        """No hand follows a scan with Enter at once."""
        for _ in range(3):
            self._keyboard.rest()
