"""The form of an application that was logged, to be typed over; both entries are made in one step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.entries.second_person import SecondPerson
from station_app.ui.entries.shown import (
    CorrectionShown,
    CorrectionTyped,
    DetailsShown,
    NumbersShown,
    OutcomeChoice,
)
from station_app.ui.intake import words
from station_app.ui.intake.commune_field import CommuneField
from ui_kit import formats, tokens
from ui_kit.card import Card
from ui_kit.label import Label
from ui_kit.pick_field import PickField
from ui_kit.text_field import TextField

_HEIGHT = 33
_SEXES = ("", "male", "female")


class CorrectionCard(Card):
    """``given`` [CorrectionTyped]."""

    given = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Sửa hồ sơ"), " ", padding=14)
        self.number = TextField(self.tr("Số định danh"), height=_HEIGHT)
        self.old_number = TextField(self.tr("Số CMND cũ"), height=_HEIGHT)
        self.name = TextField(self.tr("Họ và tên"), height=_HEIGHT)
        self.birth_date = TextField(self.tr("Ngày sinh"), placeholder=self.tr("ngày/tháng/năm"), height=_HEIGHT)
        self.sex = PickField(self.tr("Giới"), height=_HEIGHT)
        for sex, word in zip(_SEXES, (formats.DASH, self.tr("Nam"), self.tr("Nữ")), strict=True):
            self.sex.add_item(word, sex)
        self.commune = CommuneField(self.tr("Nơi thường trú"), self.tr("mã hoặc tên xã"), _HEIGHT)
        self.phone = TextField(self.tr("Điện thoại"), height=_HEIGHT)
        self.outcome = PickField(self.tr("Kết quả"), height=_HEIGHT)
        self.reason = PickField(self.tr("Lý do"), height=_HEIGHT)
        self.case_type = PickField(self.tr("Loại hồ sơ"), height=_HEIGHT)
        self.device = PickField(self.tr("Thiết bị"), height=_HEIGHT)
        self.second = SecondPerson(self.tr("Hủy và ghi lại"))
        self._told = Label("", tokens.CAPTION, role="muted", wrap=True)
        self._outcomes: dict[str, OutcomeChoice] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP)
        grid.setVerticalSpacing(2)
        pairs: tuple[tuple[QWidget, ...], ...] = (
            (self.number, self.old_number),
            (self.name,),
            (self.birth_date, self.sex),
            (self.commune, self.phone),
            (self.outcome, self.reason),
        )
        for row, fields in enumerate(pairs):
            for column, field in enumerate(fields):
                grid.addWidget(_captioned(field), row, column, 1, 3 - len(fields))
        last = QHBoxLayout()
        last.setSpacing(tokens.GAP)
        last.addWidget(_captioned(self.case_type), 3)  # of more words than a device
        last.addWidget(_captioned(self.device), 2)
        grid.addLayout(last, len(pairs), 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.setSpacing(4)
        self.body.addLayout(grid)
        self.body.addWidget(self._told)
        self.body.addStretch(1)
        self.body.addWidget(self.second)
        self.outcome.currentIndexChanged.connect(self._offer_reasons)
        self.second.given.connect(self._give)
        self.second.left.connect(self.left)

    def show_details(self, shown: DetailsShown) -> None:
        self.aside.setText(self.tr("dòng sổ {0}").format(formats.integer(shown.n)))
        for field, digits in (
            (self.number, shown.number),
            (self.old_number, shown.old_number),
            (self.phone, shown.phone),
        ):
            field.setPlaceholderText(self.tr("giữ {0}").format(formats.masked(digits)) if digits else "")

    def show_correction(self, shown: CorrectionShown) -> None:
        for field in (self.number, self.old_number, self.phone):
            field.clear()
        self.name.setText(shown.name)
        self.birth_date.setText(shown.birth_date)
        self.sex.setCurrentIndex(max(0, self.sex.findData(shown.sex)))
        self.commune.offer(shown.communes)
        self.commune.setText(shown.commune)
        self._outcomes = {one.outcome.id: one for one in shown.outcomes}
        outcomes = [
            (f"{one.outcome.key}  {words.short(one.outcome, words.OUTCOMES)}", one.outcome.id) for one in shown.outcomes
        ]
        _fill(self.outcome, outcomes, shown.outcome)
        self._offer_reasons()
        self.reason.setCurrentIndex(max(0, self.reason.findData(shown.reason)))
        cases = [(words.short(one, words.CASE_TYPES), one.id) for one in shown.case_types]
        _fill(self.case_type, cases, shown.case_type)
        _fill(self.device, [(one.label, one.device) for one in shown.devices], shown.device)
        self._told.setText(
            self.tr("Bản mới giữ ca và giờ cũ. Gõ - để bỏ trống một số.")
            if shown.stays
            else self.tr("Ca cũ đã đóng: bản mới vào ca đang mở, tính lúc này.")
        )
        self.second.offer(shown.seconds)

    def begin(self) -> None:
        self.second.begin()
        self.name.setFocus()

    def fill_numbers(self, numbers: NumbersShown) -> None:
        """Whole ones may be corrected digit by digit; what is typed already stays."""
        for field, text in (
            (self.number, numbers.number),
            (self.old_number, numbers.old_number),
            (self.phone, numbers.phone),
        ):
            if not field.text():
                field.setText(text)

    def ask(self) -> None:
        """Ctrl+Enter, from wherever the cursor is."""
        self._give()

    def _offer_reasons(self) -> None:
        chosen = self._outcomes.get(str(self.outcome.currentData()))
        reasons = chosen.reasons if chosen else ()
        none = [(self.tr("chọn lý do") if chosen and chosen.needs_reason else formats.DASH, "")]
        _fill(self.reason, [*none, *((words.short(one, words.REASONS), one.id) for one in reasons)], "")
        self.reason.setEnabled(bool(reasons))

    def _give(self) -> None:
        self.given.emit(
            CorrectionTyped(
                number=self.number.text(),
                old_number=self.old_number.text(),
                name=self.name.text(),
                birth_date=self.birth_date.text(),
                sex=str(self.sex.currentData() or ""),
                commune=self.commune.text(),
                phone=self.phone.text(),
                outcome=str(self.outcome.currentData() or ""),
                reason=str(self.reason.currentData() or ""),
                case_type=str(self.case_type.currentData() or ""),
                device=str(self.device.currentData() or ""),
                second=self.second.user(),
                password=self.second.password.text(),
            )
        )


def _fill(field: PickField, items: list[tuple[str, str]], current: str) -> None:
    field.blockSignals(True)
    field.clear()
    for text, value in items:
        field.add_item(text, value)
    field.setCurrentIndex(max(0, field.findData(current)))
    field.blockSignals(False)


def _captioned(field: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(Label(field.accessibleName(), tokens.CAPTION, role="muted"))
    column.addWidget(field)
    return whole
