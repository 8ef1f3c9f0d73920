"""The device stands still: since when, for what cause, and how it runs again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from station_app.ui.intake import words
from station_app.ui.intake.shown import Choice
from station_app.ui.intake.shown_beside import PauseShown
from ui_kit import formats, strokes, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.option_card import OptionCard
from ui_kit.pick_field import PickField
from ui_kit.status_label import StatusLabel

_COLUMNS = 4
_ALL = "0"


class PausePanel(Card):
    """``chosen`` [key] of the plan's causes, ``picked`` [cause id] from all, ``resumed``."""

    chosen = Signal(str)
    picked = Signal(str)
    resumed = Signal()

    def __init__(self) -> None:
        super().__init__(padding=14)
        self.set_edge("blue")
        self._title = Label("", tokens.PERSON, tokens.SEMIBOLD)
        explained = Label(
            self.tr("Bấm số để chọn nguyên nhân. Giờ dừng tính từ lúc bấm F9, không mất khi đổi nguyên nhân."),
            tokens.CELL,
            role="text2",
        )
        self._time = Label("", tokens.BIG_FIGURE, tokens.SEMIBOLD, align=strokes.RIGHT)
        self._since = Label("", tokens.CAPTION, role="text2", align=strokes.RIGHT)
        head = QGridLayout()
        head.setVerticalSpacing(2)
        head.addWidget(self._title, 0, 0)
        head.addWidget(explained, 1, 0)
        head.addWidget(self._time, 0, 1)
        head.addWidget(self._since, 1, 1)
        head.setColumnStretch(0, 1)
        self._causes = QGridLayout()
        self._causes.setSpacing(tokens.GAP)
        self._cards: dict[str, OptionCard] = {}
        self._chosen = ""
        self._all = _AllCauses(self.tr("Tất cả nguyên nhân"))
        self._all.confirmed.connect(self.picked)
        self.resume = ActionButton(
            self.tr("Chạy lại thiết bị"), key="F9", primary=True, height=tokens.BIG_ACTION, pixels=tokens.SECTION
        )
        self.resume.clicked.connect(self.resumed)
        self._trouble = StatusLabel(Mark.BEHIND, "", tokens.CELL)
        others = self.tr("Bấm 0 chọn trong tất cả nguyên nhân.")
        counted = self.tr("Giờ dừng ngoài tầm của điểm được trừ khi tính năng suất theo giờ máy.")
        told = Label(f"{others} {counted}", tokens.CAPTION, role="muted")
        foot = QHBoxLayout()
        foot.setSpacing(tokens.MARGIN)
        foot.addWidget(self._all, 400)
        foot.addWidget(self.resume, 382)
        self.body.setSpacing(tokens.GAP)
        self.body.addLayout(head)
        self.body.addSpacing(tokens.TIGHT)
        self.body.addLayout(self._causes)
        self.body.addLayout(foot)
        self.body.addWidget(self._trouble)
        self.body.addWidget(told)
        for key in "012345678":
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda key=key: self._key(key))

    def show_pause(self, shown: PauseShown) -> None:
        self._title.setText(self.tr("{0} đang tạm dừng").format(shown.device))
        self._time.setText(formats.stopwatch(shown.seconds))
        self._time.set_role("orange_text" if shown.late else "text")
        self._since.setText(self.tr("từ {0}").format(formats.clock_seconds(shown.since)))
        self._make(shown)
        self._chosen = shown.chosen
        for cause, card in self._cards.items():
            card.setChecked(cause == shown.chosen)
        self._all.offer(shown.others, shown.chosen)
        trouble = shown.sentence or (self.tr("Chọn nguyên nhân trước khi chạy lại") if shown.asked else "")
        self._trouble.set_status(Mark.BEHIND, trouble)
        self._trouble.setVisible(bool(trouble))

    def _make(self, shown: PauseShown) -> None:
        if list(self._cards) == [choice.id for choice, _ in shown.choices]:
            return
        for card in self._cards.values():
            card.deleteLater()
        self._cards = {}
        for place, (choice, planned) in enumerate(shown.choices):
            card = OptionCard(
                words.short(choice, words.CAUSES),
                self.tr("có kế hoạch") if planned else self.tr("ngoài kế hoạch"),
                key=choice.key,
            )
            card.clicked.connect(lambda _=False, choice=choice: self._click(choice))
            self._causes.addWidget(card, place // _COLUMNS, place % _COLUMNS)
            self._cards[choice.id] = card

    def _click(self, choice: Choice) -> None:
        """The choice is the screen's: until it answers, the card stays as it was."""
        self._cards[choice.id].setChecked(choice.id == self._chosen)
        self.chosen.emit(choice.key)

    def _key(self, key: str) -> None:
        if key == _ALL:
            self._all.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.chosen.emit(key)


class _AllCauses(PickField):
    """``confirmed`` [cause id]: by Enter, or by a click in the open list; arrow keys only look."""

    confirmed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._by_keys = False
        self.activated.connect(self._activated)

    def offer(self, choices: tuple[Choice, ...], current: str) -> None:
        if self.count() != len(choices):
            self.clear()
            for choice in choices:
                self.add_item(choice.label, choice.id)
            self.setCurrentIndex(-1)
        if not self.hasFocus():
            self.setCurrentIndex(self.findData(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex() >= 0:
                self.confirmed.emit(str(self.currentData()))
            return
        self._by_keys = True
        super().keyPressEvent(event)
        self._by_keys = False

    def _activated(self) -> None:
        if not self._by_keys:
            self.confirmed.emit(str(self.currentData()))
