"""The quiet panel of what asks for attention: the lines, and a field where a cause is asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from station_app.ui.board import attention_words as words
from station_app.ui.board.attention_list import AttentionList
from station_app.ui.board.cause_field import CauseField
from station_app.ui.board.shown import AttentionsShown
from ui_kit import strokes, theme, tokens
from ui_kit.card import Card
from ui_kit.key_cap import KeyCap
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.status_label import StatusLabel

_SENTENCE = 34


class AttentionCard(Card):
    """``acknowledged`` [line], ``explained`` [line, cause id], ``left``: the keys go back to the devices."""

    acknowledged = Signal(object)
    explained = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._shown = AttentionsShown()
        self._asked: tuple[str, str, str] | None = None
        self._count = Label("", tokens.CAPTION, tokens.MEDIUM, "text2", align=strokes.RIGHT)
        self._cap = KeyCap("F6")
        policy = self._cap.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._cap.setSizePolicy(policy)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.setSpacing(tokens.GAP)
        head.addWidget(Label(self.tr("Cần chú ý"), tokens.BODY, tokens.SEMIBOLD))
        head.addStretch(1)
        head.addWidget(self._count)
        head.addWidget(self._cap)
        self._sentence = Label("", tokens.CAPTION, tokens.MEDIUM, "orange_text", wrap=True)
        self._trouble = QWidget()
        trouble = QHBoxLayout(self._trouble)
        trouble.setContentsMargins(12, 0, 12, 6)
        trouble.addWidget(StatusLabel(Mark.FAILED, ""), 0)
        trouble.addWidget(self._sentence, 1)
        self._list = AttentionList()
        self._list.acknowledged.connect(self.acknowledged)
        self._list.moved.connect(self._ask)
        self._list.left.connect(self.left)
        self._why = Label("", tokens.CELL, tokens.MEDIUM)
        self._cause = CauseField(self.tr("Nguyên nhân chậm"))
        self._cause.told.connect(self._explain)
        self._cause.left.connect(self._list.setFocus)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(12, 4, 12, 8)
        foot.setSpacing(tokens.GAP)
        foot.addWidget(self._why)
        foot.addWidget(self._cause, 1)
        self._empty = QWidget()
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        nothing = QVBoxLayout(self._empty)
        nothing.setContentsMargins(12, 0, 12, 12)
        nothing.addStretch(1)
        nothing.addWidget(StatusLabel(Mark.DONE, self.tr("Không có gì cần chú ý"), tokens.BODY), 0, strokes.CENTRE)
        nothing.addWidget(
            Label(
                self.tr("Máy chậm, máy im, lệch số và hồ sơ chưa gửi sẽ hiện ở đây."),
                tokens.CAPTION,
                role="text2",
                align=strokes.CENTRE,
            )
        )
        nothing.addStretch(1)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._foot)
        self._trouble.hide()
        self.setFocusProxy(self._list)
        self._show()

    def show_attention(self, shown: AttentionsShown) -> None:
        if shown != self._shown:
            self._shown = shown
            self._show()

    def show_trouble(self, sentence: str) -> None:
        """What came of the last key, "" where all went well."""
        self._sentence.setText(sentence)
        self._sentence.setToolTip(sentence)
        # Two lines, whatever the width, so that the page keeps its height; Qt makes it depend on each new text's.
        self._sentence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._sentence.setFixedHeight(theme.scaled(_SENTENCE))
        self._trouble.setVisible(bool(sentence))

    def take_focus(self) -> bool:
        """Whether there is a line to go to."""
        if self._shown.lines:
            self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(self._shown.lines)

    def has_focus(self) -> bool:
        return self._list.hasFocus() or self._cause.hasFocus()

    def done(self) -> None:
        """A line was acknowledged or explained: the first of the others is next."""
        self._list.forget_place()
        if self._cause.hasFocus():
            self._list.setFocus()
        self._cause.forget()

    def _show(self) -> None:
        shown, had_focus = self._shown, self.has_focus()
        news = sum(not line.known_by for line in shown.lines)
        known = len(shown.lines) - news
        told = [self.tr("{0} việc").format(news) if news else "", self.tr("{0} đã biết").format(known) if known else ""]
        self._count.setText(" · ".join(part for part in told if part))
        self._list.offers_enter = shown.may_acknowledge
        self._cause.offer(shown.causes)
        self._list.show_lines(shown.lines)
        for widget in (self._list, self._cap):
            widget.setVisible(bool(shown.lines))
        self._empty.setVisible(not shown.lines)
        self._ask()
        if had_focus and not shown.lines:
            self.left.emit()

    def _ask(self) -> None:
        line = self._list.current()
        asked = line is not None and line.ask_since is not None and bool(self._shown.causes)
        if line is not None and asked:
            if line.key != self._asked:
                self._cause.forget()
            self._asked = line.key
            self._why.setText(self.tr("Vì sao {0} chậm?").format(words.where(line)))
        elif self._cause.hasFocus():
            self._list.setFocus()
        self._foot.setVisible(asked)

    def _explain(self, cause: str) -> None:
        line = self._list.current()
        if line is not None:
            self.explained.emit(line, cause)
