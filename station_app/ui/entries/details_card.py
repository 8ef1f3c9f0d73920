"""Everything about one application that may be shown, and what can be done with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.entries.shown import DetailsShown
from station_app.ui.entries.wording import sent_word, sex_word, source_word
from station_app.ui.intake import words
from ui_kit import formats, theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.divider import Divider
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label

_NAMES = 116
"""Pixels of the names before the values."""
_MAY_BREAK = "\u200b"


class _Line(QWidget):
    def __init__(self, name: str, *, code: bool = False) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        self._name = Label(name, tokens.CELL, role="text2")
        self._value = Label("", tokens.CELL, tokens.MEDIUM, wrap=True, code=code)
        row.addWidget(self._name)
        row.addWidget(self._value, 1)

    def show_value(self, text: str) -> None:
        self.setVisible(bool(text))
        self._name.setFixedWidth(theme.scaled(_NAMES))
        self._value.setText(text)


class DetailsCard(Card):
    numbers_asked = Signal()
    void_asked = Signal()
    correction_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(padding=14, accent=True)
        self._name = Label("", tokens.PERSON, tokens.SEMIBOLD, wrap=True)
        self._what = Label("", tokens.CAPTION, role="text2", wrap=True)
        self.done = InlinePanel("good", " ", " ")
        self.done.hide()
        self.trouble = InlinePanel("error", self.tr("Chưa làm được"), " ")
        self.trouble.hide()
        self._void = InlinePanel("notice", self.tr("Đã hủy"), " ")
        self._void.hide()
        self._lines = {
            "number": _Line(self.tr("Số định danh")),
            "old": _Line(self.tr("Số CMND cũ")),
            "born": _Line(self.tr("Ngày sinh, giới")),
            "commune": _Line(self.tr("Nơi thường trú")),
            "phone": _Line(self.tr("Điện thoại")),
            "result": _Line(self.tr("Kết quả")),
            "case": _Line(self.tr("Loại hồ sơ")),
            "fee": _Line(self.tr("Lệ phí")),
            "where": _Line(self.tr("Nơi ghi")),
            "by": _Line(self.tr("Người ghi")),
            "source": _Line(self.tr("Nguồn")),
            "warnings": _Line(self.tr("Cảnh báo")),
            "override": _Line(self.tr("Cho ghi trùng")),
            "sent": _Line(self.tr("Gửi chỉ huy")),
            "form": _Line(self.tr("Mã phiếu"), code=True),
        }
        self.numbers = ActionButton(self.tr("Hiện đủ số"), key="F2", height=tokens.SEGMENT)
        self._numbers_words = Label("", tokens.CAPTION, role="muted", wrap=True)
        self.void = ActionButton(self.tr("Hủy"), key="Del", height=tokens.SEGMENT)
        self.correct = ActionButton(self.tr("Sửa"), key="Ctrl E", height=tokens.SEGMENT)
        self._back = ActionButton(self.tr("Đóng"), key="Esc", height=tokens.SEGMENT)
        column = QVBoxLayout()
        column.setSpacing(5)
        for line in self._lines.values():
            line.hide()
            column.addWidget(line)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.GAP)
        for button in (self.void, self.correct, self._back):
            buttons.addWidget(button, 1)
        self.body.setSpacing(6)
        for widget in (self._name, self._what, self.done, self.trouble, self._void, Divider()):
            self.body.addWidget(widget)
        self.body.addLayout(column)
        self.body.addStretch(1)
        self.body.addWidget(self._numbers_words)
        self.body.addWidget(self.numbers)
        self.body.addLayout(buttons)
        self.numbers.clicked.connect(self.numbers_asked)
        self.void.clicked.connect(self.void_asked)
        self.correct.clicked.connect(self.correction_asked)
        self._back.clicked.connect(self.left)

    def show_details(self, shown: DetailsShown) -> None:
        self.trouble.hide()
        self._name.setText(shown.name or self._nobody(shown))
        self._what.setText(
            self.tr("Dòng sổ {0} · số thứ tự {1} · {2}").format(
                formats.integer(shown.n), formats.integer(shown.place), _moment(shown.at)
            )
        )
        self._show_void(shown)
        whole = shown.numbers
        values = {
            "number": formats.grouped(whole.number) if whole else _masked(shown.number),
            "old": formats.grouped(whole.old_number) if whole else _masked(shown.old_number),
            "born": " · ".join(part for part in (words.born(shown.born), sex_word(shown.sex)) if part),
            "commune": words.unit(shown.commune),
            "phone": whole.phone if whole else _masked(shown.phone),
            "result": f"{shown.outcome.key}  {words.result(shown.outcome, shown.reason)}".strip(),
            "case": words.short(shown.case_type, words.CASE_TYPES),
            "fee": self._fee(shown),
            "where": f"{shown.device} · {shown.window}",
            "by": shown.by,
            "source": self._source(shown),
            "warnings": words.warnings(shown.warnings),
            "override": shown.overridden_by,
            "sent": sent_word(shown.sent),
            "form": shown.form_id.replace("-", f"-{_MAY_BREAK}"),  # else one without letters is a single wide word
        }
        for name, text in values.items():
            self._lines[name].show_value(text)
        self.numbers.setVisible(shown.sees_numbers)
        self._numbers_words.setVisible(shown.sees_numbers)
        self._numbers_words.setText(
            self.tr("Đang hiện đủ số; tự ẩn sau 20 giây.") if whole else self.tr("Mỗi lần xem đủ số được ghi vào sổ.")
        )
        self.numbers.setText(self.tr("Ẩn số") if whole else self.tr("Hiện đủ số"))
        self.void.setEnabled(shown.changeable)
        self.correct.setEnabled(shown.changeable and shown.held)

    def show_refusal(self, text: str) -> None:
        self.trouble.set_words(self.tr("Chưa làm được"), text)
        self.trouble.show()

    def _nobody(self, shown: DetailsShown) -> str:
        if shown.erased:
            return self.tr("Đã xóa theo hạn lưu")
        return self.tr("Không ghi họ tên") if shown.held else self.tr("Không còn giữ")

    def _show_void(self, shown: DetailsShown) -> None:
        void = shown.voided
        self._void.setVisible(void is not None)
        if void is None:
            return
        said = self.tr("{0} lúc {1} bởi {2}").format(void.reason, _moment(void.at), void.by)
        if void.second:
            said = self.tr("{0}, chứng kiến {1}").format(said, void.second)
        self._void.set_words(self.tr("Đã hủy ở dòng sổ {0}").format(formats.integer(void.n)), said)

    def _source(self, shown: DetailsShown) -> str:
        source = source_word(shown.source)
        if shown.happened_at is None:
            return source
        return self.tr("{0}, tính vào lúc {1}").format(source, formats.clock(shown.happened_at))

    def _fee(self, shown: DetailsShown) -> str:
        if shown.fee is None:
            return ""
        due, taken = formats.integer(shown.fee.due), formats.integer(shown.fee.taken)
        return self.tr("phải thu {0} đ, đã thu {1} đ, biên lai {2}").format(due, taken, shown.fee.receipt)


def _masked(last_digits: str) -> str:
    return formats.masked(last_digits) if last_digits else ""


def _moment(at: datetime) -> str:
    return f"{formats.clock(at)} {formats.date(at.date())}"
