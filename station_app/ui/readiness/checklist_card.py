"""The middle card: the checklist in its groups, measured lines and those ticked by hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.readiness.shown import CheckLine, OpeningShown
from ui_kit import formats, theme, tokens
from ui_kit.card import Card
from ui_kit.check_row import CheckRow, CheckState, GroupStrip
from ui_kit.label import Label
from ui_kit.text_field import TextField

_ROW = 28
_DETAIL_LEFT = 412
_STATES = {
    "open": CheckState.OPEN,
    "passed": CheckState.PASSED,
    "warned": CheckState.WARNED,
    "failed": CheckState.FAILED,
}


class ChecklistCard(Card):
    line_ticked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self.setAccessibleName(self.tr("Danh mục kiểm tra"))
        self._rows: dict[str, CheckRow] = {}
        self._strips: dict[str, GroupStrip] = {}
        self._count = Label("", tokens.BODY, tokens.SEMIBOLD, "text2")
        head = QHBoxLayout()
        head.setContentsMargins(tokens.MARGIN, 10, tokens.MARGIN, 8)
        head.addWidget(Label(self.tr("Danh mục kiểm tra"), tokens.SECTION, tokens.SEMIBOLD), 1)
        head.addWidget(self._count)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.note = TextField(
            self.tr("Lý do các mục chưa đạt"), placeholder=self.tr("Vì sao mục đó chưa đạt"), height=tokens.SEGMENT
        )
        self.note.setMaxLength(200)
        self._note_row = QWidget()
        note = QHBoxLayout(self._note_row)
        note.setContentsMargins(tokens.MARGIN, 4, tokens.MARGIN, 0)
        note.addWidget(self.note)
        self._note_row.hide()
        self.body.setContentsMargins(1, 1, 1, 4)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._note_row)
        self.body.addStretch(1)

    def show_opening(self, shown: OpeningShown) -> None:
        for group in shown.groups:
            if group.id not in self._strips:
                self._strips[group.id] = GroupStrip(group.title)
                self._lines.addWidget(self._strips[group.id])
                for line in group.lines:
                    self._lines.addWidget(self._make(line))
                self._rows[group.lines[-1].id].set_last(True)
            self._strips[group.id].set_words(group.title, f"{group.passed} / {len(group.lines)}")
            for line in group.lines:
                self._rows[line.id].set_state(_STATES[line.state], self._detail(line))
        self._count.setText(self.tr("{0} / {1} đạt").format(shown.passed, shown.total))
        self._note_row.setVisible(shown.needs_note)

    def focus_line(self, line: str) -> None:
        if line in self._rows:
            self._rows[line].setFocus()

    def first_line(self) -> QWidget | None:
        """The first line that is ticked by hand."""
        return next((row for row in self._rows.values() if row.focusPolicy().value), None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for row in self._rows.values():
                row.setFixedHeight(theme.scaled(_ROW))

    def _make(self, line: CheckLine) -> CheckRow:
        row = CheckRow(
            line.title,
            by_hand=not line.auto,
            aside=self.tr("tự đo") if line.auto else "Space",
            detail_left=_DETAIL_LEFT,
        )
        row.setFixedHeight(theme.scaled(_ROW))
        row.clicked.connect(lambda _=False: self.line_ticked.emit(line.id))
        self._rows[line.id] = row
        return row

    def _detail(self, line: CheckLine) -> str:
        if not line.auto:
            return {"passed": self.tr("đã kiểm"), "open": ""}.get(line.state, self.tr("chưa đạt"))
        if line.words:
            return line.words
        good = line.state == "passed"
        match line.id:
            case "operator_identity":
                return self.tr("đúng")
            case "disk_space":
                return formats.drive_space(line.amount)
            case "usb_registered":
                return self.tr("không có") if good else self.tr("có USB lạ")
            case "record_chain_intact":
                return self.tr("khớp") if good else self.tr("đứt")
            case "clock_correct":
                return self.tr("đúng") if good else self.tr("chậm")
            case "last_bundle_handed_over":
                return self.tr("đã xuất") if good else self.tr("{0} giờ").format(line.amount)
        return self.tr("đạt") if good else self.tr("chưa đạt")
