"""The intake screen's widgets, put together: the form's side at the left, the device's day at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.ui.columns import Columns
from station_app.ui.intake.case_types_panel import CaseTypesPanel
from station_app.ui.intake.closed_panel import ClosedPanel
from station_app.ui.intake.communes import CommuneOffer
from station_app.ui.intake.day_side import DaySide
from station_app.ui.intake.duplicate_panel import DuplicatePanel
from station_app.ui.intake.input_method_strip import InputMethodStrip
from station_app.ui.intake.intake_header import IntakeHeader
from station_app.ui.intake.likely_panel import LikelyPanel
from station_app.ui.intake.outcome_bar import OutcomeBar
from station_app.ui.intake.paper_strip import PaperStrip
from station_app.ui.intake.pause_panel import PausePanel
from station_app.ui.intake.person_card import PersonCard
from station_app.ui.intake.recent_list import RecentList
from station_app.ui.intake.row_below import RowBelow
from station_app.ui.intake.scan_line import ScanLine
from station_app.ui.intake.shown import (
    BadScan,
    CaseTypes,
    DeskShown,
    Duplicate,
    Focus,
    NotSaved,
    OverrideAsked,
    PanelShown,
    Saved,
)
from station_app.ui.intake.shown_beside import (
    Closed,
    DeviceTile,
    GaugesShown,
    HeaderShown,
    ListShown,
    PauseShown,
    RecentShown,
)
from station_app.ui.intake.trouble_panel import TroublePanel
from station_app.ui.intake.typed_fields import TypedFields
from ui_kit import tokens

_LEFT, _RIGHT = 838, 400


class IntakeView(QWidget):
    """See `surface.IntakeSurface` for what the signals carry."""

    scanned = Signal(str, bool)
    entered = Signal()
    dropped = Signal()
    outcome_pressed = Signal(str)
    chosen = Signal(str)
    case_types_asked = Signal()
    typing_asked = Signal()
    phone_asked = Signal()
    fee_asked = Signal()
    receipt_given = Signal(str)
    paper_asked = Signal()
    paper_typed = Signal(str)
    paper_ended = Signal()
    paper_left = Signal()
    typed = Signal(str, str)
    field_ended = Signal(str)
    undo_asked = Signal()
    pause_asked = Signal()
    cause_picked = Signal(str)
    close_asked = Signal()
    hand_over_asked = Signal()
    list_asked = Signal()
    opening_asked = Signal()
    device_asked = Signal(int)
    override_asked = Signal()
    override_given = Signal(str, str, str)
    input_method_turned = Signal(bool)
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header, self._input_method, self._paper = IntakeHeader(), InputMethodStrip(), PaperStrip()
        self._line = ScanLine(self.tr("Quét mã vạch hoặc gõ số"))
        self._person, self._typed, self._keys, self._row = PersonCard(), TypedFields(), OutcomeBar(), RowBelow()
        self._trouble, self._likely = TroublePanel(), LikelyPanel()
        self._duplicate, self._case_types = DuplicatePanel(), CaseTypesPanel()
        self._pause, self._closed = PausePanel(), ClosedPanel()
        self._list, self._day = RecentList(), DaySide()
        self._desk = QWidget()
        self._lay_out()
        self._connect()
        self._take_keys()
        self._is_closed = self._is_paused = False
        self._typed.hide()
        self._show_panel(None)
        self._arrange()
        self.setFocusProxy(self._line)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._input_method.is_told:
            self.input_method_turned.emit(True)

    def field_text(self) -> str:
        return self._line.fresh_text()

    def set_field(self, text: str) -> None:
        self._line.show_read(text)

    def set_half_typed(self, text: str) -> None:
        self._line.show_half_typed(text)

    def set_typed(self, name: str, birth_date: str, sex: str, commune: str, phone: str) -> None:
        self._typed.set_typed(name, birth_date, sex, commune, phone)

    def receipt_text(self) -> str:
        return self._row.receipt.number.text()

    def set_receipt(self, text: str) -> None:
        self._row.receipt.number.setText(text)

    def set_paper_hour(self, text: str) -> None:
        self._paper.hour.setText(text)

    def offer_communes(self, offers: tuple[CommuneOffer, ...]) -> None:
        self._typed.offer(offers)

    def show_desk(self, shown: DeskShown) -> None:
        self._input_method.setVisible(shown.input_method)
        self._paper.show_paper(shown.paper)
        self._line.show_field(shown.field)
        panel = shown.panel
        choosing = isinstance(panel, CaseTypes)
        typing = shown.typing and shown.person is not None
        self._person.show_person(shown.person)
        if shown.person:
            self._typed.show_person(shown.person, shown.bad)
        self._show_panel(panel)
        self._person.setVisible((panel is None or choosing) and not typing)
        self._typed.setVisible(typing and (panel is None or choosing))
        self._likely.show_likely(shown.likely)
        self._likely.setVisible(bool(shown.likely) and panel is None)
        self._keys.setVisible(not choosing)
        self._keys.show_outcomes(shown.outcomes)
        self._row.setVisible(not choosing and not isinstance(panel, OverrideAsked))
        self._row.show_row(shown.row, shown.person if panel is None else None, ready=shown.field.mode == "ready")

    def show_saved(self, saved: Saved, newest: RecentShown) -> None:
        self._row.show_word(saved)
        self._list.show_newest(newest)
        self._row.repaint()  # with all that has changed

    def show_closed(self, shown: Closed | None) -> None:
        self._is_closed = shown is not None
        if shown:
            self._closed.show_closed(shown)
        self._arrange()

    def show_pause(self, shown: PauseShown | None) -> None:
        self._is_paused = shown is not None
        if shown:
            self._pause.show_pause(shown)
        self._day.set_paused(self._is_paused)
        self._arrange()

    def show_header(self, shown: HeaderShown) -> None:
        self._header.show_header(shown)

    def show_list(self, shown: ListShown) -> None:
        self._list.show_list(shown)

    def show_gauges(self, shown: GaugesShown) -> None:
        self._day.show_gauges(shown)

    def set_stale(self, stale: bool) -> None:
        self._day.set_stale(stale)

    def show_devices(self, tiles: tuple[DeviceTile, ...]) -> None:
        self._day.show_devices(tiles)

    def focus(self, where: Focus) -> None:
        target: dict[Focus, QWidget] = {
            "scan": self._line,
            "name": self._typed.name,
            "birth_date": self._typed.birth_date,
            "commune": self._typed.commune,
            "phone": self._typed.phone,
            "pause": self._pause.resume,
            "closed": self._closed.action,
        }
        within = {
            "override": self._duplicate.override.focus_first,
            "receipt": self._row.receipt.focus_number,
            "paper": self._paper.focus_hour,
        }
        if where in within:
            within[where]()
            return
        # The page is also given the focus when it comes into view.
        self.setFocusProxy(target[where])
        target[where].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        desk = QVBoxLayout(self._desk)
        desk.setContentsMargins(0, 0, 0, 0)
        desk.setSpacing(tokens.GAP)
        for part in (
            self._person,
            self._typed,
            self._likely,
            self._trouble,
            self._duplicate,
            self._keys,
            self._case_types,
            self._row,
        ):
            desk.addWidget(part)
        form = QWidget()
        left = QVBoxLayout(form)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self._header)
        left.addSpacing(-8)
        for whole in (self._input_method, self._paper, self._line, self._desk, self._pause, self._closed):
            left.addWidget(whole)
        left.addWidget(self._list, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, 20)
        page.addWidget(Columns(((form, _LEFT), (self._day, _RIGHT))))

    def _connect(self) -> None:
        self._input_method.turned.connect(self.input_method_turned)
        self._paper.typed.connect(self.paper_typed)
        self._paper.ended.connect(self.paper_ended)
        self._paper.left.connect(self.paper_left)
        self._line.ended.connect(self.scanned)
        self._line.entered.connect(self.entered)
        self._line.chosen.connect(self.chosen)
        self._typed.typed.connect(self.typed)
        self._typed.ended.connect(self.field_ended)
        self._keys.pressed.connect(self.outcome_pressed)
        self._row.chosen.connect(self.chosen)
        self._row.logged.connect(self.entered)
        self._row.dropped.connect(self.dropped)
        self._row.override_asked.connect(self.override_asked)
        self._row.receipt.given.connect(self.receipt_given)
        self._case_types.chosen.connect(self.chosen)
        self._duplicate.given.connect(self.override_given)
        self._pause.chosen.connect(self.chosen)
        self._pause.picked.connect(self.cause_picked)
        self._pause.resumed.connect(self.pause_asked)
        self._closed.opening_asked.connect(self.opening_asked)
        self._closed.close_asked.connect(self.close_asked)
        self._list.undo_asked.connect(self.undo_asked)
        self._list.more_asked.connect(self.more_asked)
        self._day.pause_asked.connect(self.pause_asked)
        self._day.close_asked.connect(self.close_asked)
        self._day.hand_over_asked.connect(self.hand_over_asked)
        self._day.device_picked.connect(self.device_asked)

    def _take_keys(self) -> None:
        keys = {
            "F8": self.override_asked,
            "F9": self.pause_asked,
            "F10": self.close_asked,
            "F11": self.case_types_asked,
            "F12": self.typing_asked,
            "Ctrl+D": self.phone_asked,
            "Ctrl+F": self.list_asked,
            "Ctrl+T": self.fee_asked,
            "Ctrl+Z": self.undo_asked,
        }
        for key, signal in (("Esc", self.dropped), ("Ctrl+B", self.paper_asked)):
            self._on(key).activated.connect(lambda signal=signal: self._unless_on_paper(signal))
        for key, signal in keys.items():
            self._on(key).activated.connect(signal)
        for number in range(1, 8):
            self._on(f"F{number}").activated.connect(lambda key=f"F{number}": self._outcome_key(key))

    def _on(self, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        return shortcut

    def _unless_on_paper(self, signal: SignalInstance) -> None:
        (self.paper_left if self._paper.has_hour_focus else signal).emit()

    def _outcome_key(self, key: str) -> None:
        outcome = self._keys.outcome_of(key)
        if outcome:
            self.outcome_pressed.emit(outcome)

    def _show_panel(self, panel: PanelShown) -> None:
        self._trouble.setVisible(isinstance(panel, BadScan | NotSaved))
        self._duplicate.setVisible(isinstance(panel, Duplicate | OverrideAsked))
        self._case_types.setVisible(isinstance(panel, CaseTypes))
        match panel:
            case BadScan() | NotSaved():
                self._trouble.show_trouble(panel)
            case Duplicate() | OverrideAsked():
                self._duplicate.show_duplicate(panel)
            case CaseTypes():
                self._case_types.show_types(panel)

    def _arrange(self) -> None:
        """The form's side, the pause, or why the device is closed: one of them, in the same place."""
        self._closed.setVisible(self._is_closed)
        self._pause.setVisible(self._is_paused and not self._is_closed)
        self._desk.setVisible(not self._is_closed and not self._is_paused)
        self._line.tell_why_empty(closed=self._is_closed, paused=self._is_paused)
