"""The right card: how the checklist stands, what waits for a receipt, and what a supervisor has to say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.readiness.shown import OpeningShown, PeopleShown, WaitingShown
from ui_kit import formats, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.divider import Divider
from ui_kit.figure import Figure
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.pick_field import PickField
from ui_kit.progress_bar import ProgressBar
from ui_kit.status_label import StatusLabel
from ui_kit.text_field import TextField


class _Line(QWidget):
    """A mark, words, and a number at the right."""

    def __init__(self, mark: Mark, words: str) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3)
        row = QHBoxLayout()
        row.setContentsMargins(0, 3, 0, 0)
        self._mark, self._words = mark, words
        self._label = StatusLabel(mark, words, tokens.BODY, tokens.REGULAR, role="text", column=24)
        self._number = Label("0", tokens.BODY, tokens.SEMIBOLD)
        row.addWidget(self._label, 1)
        row.addWidget(self._number)
        whole.addLayout(row)
        if mark is not Mark.DONE:
            whole.addWidget(Divider())

    def show_count(self, count: int) -> None:
        """Nothing in the way is a plain square, not an alarm."""
        self._number.setText(str(count))
        mark = Mark.EVEN if self._mark is Mark.FAILED and not count else self._mark
        self._label.set_status(mark, self._words, role="text")


class SummaryCard(Card):
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Sẵn sàng mở ca"))
        self._passed = Figure()
        self._words = Label("", tokens.CELL, role="text2", wrap=True)
        self._bar = ProgressBar()
        self._lines = {
            "failed": _Line(Mark.FAILED, self.tr("Chặn mở ca")),
            "warned": _Line(Mark.WAITING, self.tr("Nhắc, vẫn mở được")),
            "open": _Line(Mark.OPEN, self.tr("Chưa kiểm")),
            "passed": _Line(Mark.DONE, self.tr("Đạt")),
        }
        self._waiting = InlinePanel("notice", "", " ", edge=False)
        self.late_reason = TextField(
            self.tr("Lý do chậm biên nhận"), placeholder=self.tr("Lý do chậm, ghi vào sổ"), height=tokens.SEGMENT
        )
        self.late_reason.setMaxLength(200)
        self._export = ActionButton(self.tr("Mở màn hình Xuất USB"), key="Alt 5", height=tokens.SEGMENT, pixels=13)
        self._export.clicked.connect(self.export_asked)
        self._waiting.body.addWidget(self.late_reason)
        self._waiting.body.addWidget(self._export)
        self._override = _Override()
        self.body.setSpacing(6)
        self.body.addWidget(Label(self.tr("Sẵn sàng mở ca"), tokens.SECTION, tokens.SEMIBOLD))
        self.body.addWidget(self._passed)
        self.body.addWidget(self._words)
        self.body.addWidget(self._bar)
        self.body.addSpacing(4)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for line in self._lines.values():
            lines.addWidget(line)
        self.body.addLayout(lines)
        self.body.addWidget(self._override)
        self.body.addWidget(self._waiting)
        self.body.addStretch(1)

    @property
    def override(self) -> _Override:
        return self._override

    def show_people(self, people: PeopleShown) -> None:
        self._override.show_people(people)

    def show_opening(self, shown: OpeningShown) -> None:
        self._passed.set_number(str(shown.passed), f"/ {shown.total}")
        words = self.tr("mục đạt, {0} mục nhắc, {1} mục chặn").format(shown.warned, shown.failed)
        self._words.setText(words)
        self._bar.set_share(shown.passed / max(1, shown.total), words)
        counts = {"failed": shown.failed, "warned": shown.warned, "open": shown.unanswered, "passed": shown.passed}
        for name, count in counts.items():
            self._lines[name].show_count(count)
        # What isn't there gives its room to what is asked.
        self._lines["open"].setVisible(shown.unanswered > 0)
        self._lines["warned"].setVisible(shown.warned > 0 or not (shown.needs_reason or shown.jumped_from))
        self._override.show_opening(shown)
        self._show_waiting(shown.waiting, asks=shown.asks_late_reason)

    def _show_waiting(self, waiting: WaitingShown | None, *, asks: bool) -> None:
        self._waiting.setVisible(waiting is not None)
        if waiting is None:
            return
        title = self.tr("Biên nhận chậm {0} giờ").format(waiting.hours)
        if waiting.bundle is None:
            text = self.tr("Chưa có gói nào xuất đi. Vẫn ghi hồ sơ bình thường; xuất USB sớm.")
        else:
            text = self.tr(
                "Gói {0} chưa có biên nhận của chỉ huy. Vẫn ghi hồ sơ bình thường; xuất lại khi đổi ca."
            ).format(f"{waiting.bundle:04d}")
        self._waiting.set_words(title, text)
        self.late_reason.setVisible(asks)
        self._export.setVisible(waiting.may_export and not asks)


class _Override(InlinePanel):
    """A supervisor's word: a reason, who, and their password."""

    def __init__(self) -> None:
        super().__init__("error", "", " ", edge=False)
        self.reason = TextField(
            self.tr("Lý do vẫn mở ca"), placeholder=self.tr("Lý do vẫn mở ca"), height=tokens.SEGMENT
        )
        self.reason.setMaxLength(200)
        self.supervisor = PickField(self.tr("Phụ trách điểm"), height=tokens.SEGMENT)
        self.password = TextField(
            self.tr("Mật khẩu của phụ trách"),
            placeholder=self.tr("Mật khẩu của phụ trách"),
            secret=True,
            height=tokens.SEGMENT,
        )
        for field in (self.reason, self.supervisor, self.password):
            self.body.addWidget(field)
        self.hide()

    def show_people(self, people: PeopleShown) -> None:
        kept = self.supervisor.currentData()
        self.supervisor.clear()
        for one in people.supervisors:
            self.supervisor.add_item(one.full_name, one.user)
        self.supervisor.setCurrentIndex(max(0, self.supervisor.findData(kept)) if people.supervisors else -1)

    def show_opening(self, shown: OpeningShown) -> None:
        self.reason.setVisible(shown.needs_reason)
        self.supervisor.setVisible(shown.needs_supervisor)
        self.password.setVisible(shown.needs_supervisor)
        if shown.needs_reason:
            self.set_words(self.tr("Phụ trách điểm cho mở"), self.tr("Chưa đạt: {0}.").format(", ".join(shown.names)))
        elif shown.jumped_from is not None:
            moment = f"{formats.clock(shown.jumped_from)} {formats.date(shown.jumped_from)}"
            self.set_words(
                self.tr("Xác nhận ngày giờ"),
                self.tr("Bản ghi cuối lúc {0}. Phụ trách điểm xác nhận giờ máy đúng.").format(moment),
            )
        self.setVisible(shown.needs_reason or shown.jumped_from is not None)

    def chosen(self) -> str:
        """The supervisor's user where another person's word is asked for, else ""."""
        return "" if self.supervisor.isHidden() else str(self.supervisor.currentData() or "")

    def clear(self) -> None:
        self.reason.clear()
        self.password.clear()
