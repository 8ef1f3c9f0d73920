"""The row under the outcome keys: it keeps its place, whether it asks, tells, or has nothing to say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from station_app.ui.intake import words
from station_app.ui.intake.fee_row import FeeLine, ReceiptRow
from station_app.ui.intake.shown import (
    BroughtBack,
    DuplicateActions,
    FormTaken,
    FormUsed,
    Note,
    PersonShown,
    PressAgain,
    ReasonsWanted,
    ReceiptAsked,
    Replaced,
    RowShown,
    Saved,
    ScanFirst,
    TakenBack,
    Waits,
)
from ui_kit import formats, strokes, theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.key_cap import KeyCap
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.option_chip import OptionChip
from ui_kit.status_label import StatusLabel

HEIGHT = tokens.SEGMENT
_LONGEST_ID = 20


class RowBelow(QStackedWidget):
    """``chosen`` [key] a reason; ``logged``, ``dropped``, ``override_asked`` for a duplicate."""

    chosen = Signal(str)
    logged = Signal()
    dropped = Signal()
    override_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = _Told()
        self._reasons = QWidget()
        self._reasons_row = QHBoxLayout(self._reasons)
        self._reasons_row.setContentsMargins(0, 0, 0, 0)
        self._reasons_row.setSpacing(tokens.GAP)
        self._asked: ReasonsWanted | None = None
        self._actions, self.receipt = _Actions(self), ReceiptRow()
        for page in (self._told, self._reasons, self._actions, self.receipt):
            self.addWidget(page)

    def show_row(self, shown: RowShown, person: PersonShown | None, *, ready: bool) -> None:
        """``person``: whose case type may be changed; ``ready``: the field waits for the next one."""
        match shown:
            case ReasonsWanted():
                self._ask(shown)
                self.setCurrentWidget(self._reasons)
            case ReceiptAsked():
                self.receipt.show_asked(shown)
                self.setCurrentWidget(self.receipt)
            case DuplicateActions():
                self._actions.show_actions(shown)
                self.setCurrentWidget(self._actions)
            case _:
                self._told.show_told(shown, person, ready=ready)
                self.setCurrentWidget(self._told)
        tall = isinstance(shown, DuplicateActions)
        self.setFixedHeight(theme.scaled(tokens.ACTION if tall else HEIGHT))

    def show_word(self, saved: Saved) -> None:
        """Of an entry, before there is time for anything that stands beside it: `show_row` follows."""
        self._told.show_word(saved)
        self.setCurrentWidget(self._told)

    def _ask(self, shown: ReasonsWanted) -> None:
        if shown == self._asked:
            return
        self._asked = shown
        while (item := self._reasons_row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        question = words.QUESTIONS.get(shown.outcome)
        if question:
            self._reasons_row.addWidget(Label(words.say(question), tokens.CAPTION, tokens.MEDIUM, "text2"))
        for reason in shown.reasons:
            chip = OptionChip(reason.key, words.short(reason, words.REASONS))
            chip.setCheckable(False)
            chip.setToolTip(reason.label)
            chip.clicked.connect(lambda _=False, key=reason.key: self.chosen.emit(key))
            self._reasons_row.addWidget(chip)
        self._reasons_row.addStretch(1)


class _Told(QWidget):
    """A sentence at the left, the case type and its keys at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._word = StatusLabel(None, "", tokens.BODY, tokens.SEMIBOLD)
        self._more = Label("", tokens.CAPTION, tokens.MEDIUM, "amber")
        self._hint = Label("", tokens.CAPTION, role="muted", align=strokes.RIGHT)
        self._form = QWidget()
        form = QHBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(6)
        self._form_id = Label("", tokens.CELL, tokens.SEMIBOLD)
        form.addWidget(Label(self.tr("Tờ khai"), tokens.CAPTION, role="muted"))
        form.addWidget(self._form_id)
        form.addSpacing(tokens.GAP)
        self._fee = FeeLine()
        self._case = QWidget()
        case = QHBoxLayout(self._case)
        case.setContentsMargins(0, 0, 0, 0)
        case.setSpacing(6)
        self._case_type = Label("", tokens.CELL, tokens.SEMIBOLD)
        case.addWidget(Label(self.tr("Loại hồ sơ"), tokens.CAPTION, role="muted"))
        case.addWidget(self._case_type)
        case.addWidget(KeyCap("F11"))
        case.addSpacing(tokens.GAP)
        case.addWidget(self._fee)
        case.addSpacing(tokens.GAP)
        case.addWidget(Label(self.tr("Gõ thêm"), tokens.CAPTION, role="muted"))
        case.addWidget(KeyCap("F12"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._word)
        row.addWidget(self._more)
        row.addStretch(1)
        row.addWidget(self._hint)
        row.addWidget(self._form)
        row.addWidget(self._case)

    def show_told(self, shown: RowShown, person: PersonShown | None, *, ready: bool) -> None:
        mark, text, more = self._words(shown)
        hint = self.tr("F2–F7 hỏi thêm lý do tại dòng này · Ctrl B ghi bù từ giấy")
        # Words that aren't there take no room: hiding them would lay out the whole window when they come back.
        self._word.set_status(mark, text)
        self._more.setText(more)
        self._hint.setText(hint if ready and not more and mark in (None, Mark.DONE) else "")
        self._case.setVisible(person is not None and not isinstance(shown, FormUsed))
        form_id = person.form_id if person else ""
        self._form.setVisible(bool(form_id) and not isinstance(shown, FormTaken | FormUsed))
        self._form_id.setText(_short(form_id))
        if person:
            self._case_type.setText(words.short(person.case_type, words.CASE_TYPES))
            self._fee.show_fee(person.fee)

    def show_word(self, saved: Saved) -> None:
        """In its place at once: to lay out the row would take as long as to paint it."""
        mark, text, _ = self._words(saved)
        self._case.hide()
        self._form.hide()
        self._word.set_status(mark, text)
        self._word.resize(self._word.sizeHint())

    def _words(self, shown: RowShown) -> tuple[Mark | None, str, str]:
        match shown:
            case Saved():
                return Mark.DONE, self._saved(shown), words.warnings(shown.warnings)
            case BroughtBack():
                return Mark.WAITING, self.tr("Đã khôi phục hồ sơ đang làm dở, chưa ghi"), ""
            case TakenBack():
                return Mark.DONE, self.tr("Đã hoàn tác STT {0}").format(formats.integer(shown.place)), ""
            case PressAgain():
                text = self.tr("{0}: bấm {1} lần nữa nếu vẫn ghi").format(words.warnings(shown.warnings), shown.key)
                return Mark.WAITING, text, ""
            case Replaced():
                text = self.tr("Số {0} chưa ghi, đã bỏ: quét lại nếu cần")
                return Mark.WAITING, text.format(formats.masked(shown.last_digits)), ""
            case Waits():
                return Mark.BEHIND, self._waits(shown), ""
            case FormTaken():
                if shown.next:
                    return Mark.DONE, self.tr("Tờ khai {0}: cho hồ sơ kế tiếp").format(_short(shown.form_id)), ""
                return Mark.DONE, self.tr("Tờ khai {0}").format(_short(shown.form_id)), ""
            case FormUsed():
                return Mark.BEHIND, self._form_used(shown), ""
            case ScanFirst():
                return Mark.WAITING, self.tr("Quét hoặc gõ số trước, rồi bấm phím kết quả"), ""
            case Note():
                return Mark.BEHIND, shown.sentence, ""
            case _:
                return None, "", ""

    def _saved(self, shown: Saved) -> str:
        parts = [self.tr("Đã ghi STT {0}").format(formats.integer(shown.place)) if shown.place else self.tr("Đã ghi")]
        parts.append(f"{shown.outcome.key} {words.result(shown.outcome, shown.reason)}")
        parts.append(self.tr("{0} giây").format(formats.decimal(shown.took_ms / 1000)))
        return " · ".join(parts)

    def _waits(self, shown: Waits) -> str:
        number = formats.masked(shown.last_digits)
        if shown.device:
            return self.tr("{0} hồ sơ chưa ghi được ({1}, ở {2})").format(shown.count, number, shown.device)
        return self.tr("{0} hồ sơ chưa ghi được ({1}): hiện lại khi xong hồ sơ này").format(shown.count, number)

    def _form_used(self, shown: FormUsed) -> str:
        number, record = formats.masked(shown.last_digits), shown.record
        if record is None:
            return self.tr("Tờ khai {0} đang dùng cho hồ sơ {1} chưa ghi xong").format(_short(shown.form_id), number)
        when = f"{formats.short_date(record.at)} {formats.clock(record.at)}"
        return self.tr("Tờ khai {0} đã dùng: STT {1}, {2}, {3}, {4}").format(
            _short(shown.form_id), formats.integer(record.place), number, when, record.device
        )


class _Actions(QWidget):
    """What may be done with a duplicate."""

    def __init__(self, owner: RowBelow) -> None:
        super().__init__()
        self._log = ActionButton(self.tr("Ghi trùng hồ sơ (F5)"), key="Enter", primary=True)
        self._log.clicked.connect(owner.logged)
        drop = ActionButton(self.tr("Bỏ qua, quét số khác"), key="Esc")
        drop.clicked.connect(owner.dropped)
        override = ActionButton(self.tr("Báo phụ trách ca xem lại"), key="F8")
        override.clicked.connect(owner.override_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.addWidget(self._log, 330)
        row.addWidget(drop, 226)
        row.addWidget(override, 266)

    def show_actions(self, shown: DuplicateActions) -> None:
        self._log.set_text(
            self.tr("Ghi {0} · {1}").format(
                _lower(words.short(shown.outcome, words.OUTCOMES)), _lower(words.short(shown.reason, words.REASONS))
            )
        )


def _short(form_id: str) -> str:
    """Both ends of an id that is longer than a form's usual ones."""
    return form_id if len(form_id) <= _LONGEST_ID else f"{form_id[:8]}…{form_id[-8:]}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
