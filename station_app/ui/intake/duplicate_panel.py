"""The number is accepted already: the other record, and below it a supervisor's word where one is asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.intake import words
from station_app.ui.intake.person_card import Fact
from station_app.ui.intake.shown import Duplicate, OverrideAsked, RecordShown
from ui_kit import formats, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.pick_field import PickField
from ui_kit.text_field import TextField

_HEIGHT = 40


class DuplicatePanel(InlinePanel):
    """``given`` [user, password, reason]: a supervisor's."""

    given = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__("error", " ", icon="warning", title_pixels=tokens.PERSON)
        self._record = _RecordCard()
        self.override = _OverrideFields()
        self.override.given.connect(self.given)
        self.body.addWidget(self._record)
        self.body.addWidget(self.override)

    def show_duplicate(self, shown: Duplicate | OverrideAsked) -> None:
        self._record.setVisible(shown.other is not None)
        if shown.other:
            self._record.show_record(shown.other)
        asked = isinstance(shown, OverrideAsked)
        self.override.setVisible(asked)
        if isinstance(shown, OverrideAsked):
            self.override.show_asked(shown)
        self.set_words(self._title(shown.other), "", self.tr("chưa ghi gì thêm"))

    def _title(self, other: RecordShown | None) -> str:
        if other is None:
            return self.tr("Số này đã được thu nhận")
        record = other.record
        when = formats.clock(record.at)
        if not other.today:
            when = f"{when} {formats.date(record.at)}"
        return self.tr("Số này đã được ghi lúc {0} trên {1}").format(when, record.device)


class _RecordCard(Card):
    def __init__(self) -> None:
        super().__init__(padding=0)
        self.setAccessibleName(self.tr("Bản ghi trước"))
        row = QHBoxLayout()
        row.setContentsMargins(tokens.MARGIN, tokens.GAP, tokens.MARGIN, tokens.GAP)
        row.setSpacing(12)
        self._facts = [
            Fact(caption, line=False, wrap=True)
            for caption in (
                self.tr("Bản ghi"),
                self.tr("Số định danh"),
                self.tr("Họ và tên"),
                self.tr("Ngày sinh"),
                self.tr("Nơi thường trú"),
                self.tr("Kết quả"),
                self.tr("Cán bộ"),
            )
        ]
        for fact, stretch in zip(self._facts, (8, 11, 18, 12, 16, 15, 14), strict=True):
            fact.value.set_weight(tokens.SEMIBOLD)
            row.addWidget(fact, stretch)
        self.body.addLayout(row)

    def show_record(self, shown: RecordShown) -> None:
        record = shown.record
        values = (
            self.tr("STT {0}").format(formats.integer(record.place)),
            formats.masked(record.last_digits) if record.last_digits else formats.DASH,
            record.name or formats.DASH,
            words.born(record.born) or formats.DASH,
            words.unit(shown.commune) or formats.DASH,
            f"{shown.outcome.key} {words.short(shown.outcome, words.OUTCOMES)}",
            record.by,
        )
        for fact, value in zip(self._facts, values, strict=True):
            fact.value.setText(value)


class _OverrideFields(QWidget):
    """Enter in a field goes on to the next empty one, and gives the word when there is none."""

    given = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._people = PickField(self.tr("Phụ trách ca"), height=_HEIGHT)
        self._password = TextField(self.tr("Mật khẩu"), placeholder=self.tr("mật khẩu"), secret=True, height=_HEIGHT)
        self._reason = TextField(self.tr("Lý do"), placeholder=self.tr("lý do vẫn thu nhận"), height=_HEIGHT)
        self._give = ActionButton(self.tr("Cho thu nhận"), key="Enter", primary=True, height=_HEIGHT)
        self._give.clicked.connect(self._end)
        self._trouble = Label("", tokens.CELL, tokens.MEDIUM, "orange_text")
        self._was_busy = False
        for line in (self._password, self._reason):
            line.returnPressed.connect(self._end)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.addWidget(self._people, 4)
        row.addWidget(self._password, 3)
        row.addWidget(self._reason, 6)
        row.addWidget(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._trouble)

    def show_asked(self, shown: OverrideAsked) -> None:
        offered = [self._people.itemData(index) for index in range(self._people.count())]
        if offered != [user for user, _ in shown.supervisors]:
            self._people.clear()
            for user, full_name in shown.supervisors:
                self._people.add_item(full_name, user)
        self._people.setVisible(not shown.own)
        self._password.setVisible(not shown.own)
        self._trouble.setText(shown.sentence)
        self._trouble.setVisible(bool(shown.sentence))
        self._give.setEnabled(not shown.busy)
        for line in (self._password, self._reason):
            line.setReadOnly(shown.busy)  # a password typed again too soon must not land in the reason
        if self._was_busy and not shown.busy:  # the password was refused
            self._password.clear()
            self.focus_first()
        self._was_busy = shown.busy

    def focus_first(self) -> None:
        first = self._reason if self._password.isHidden() else self._password
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: object) -> None:
        self._password.clear()
        self._reason.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # no Enter of this panel may log the duplicate behind it
        else:
            super().keyPressEvent(event)

    def _end(self) -> None:
        for line in (self._password, self._reason):
            if not line.isHidden() and not line.text() and line is not self.focusWidget():
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.given.emit(str(self._people.currentData() or ""), self._password.text(), self._reason.text())
