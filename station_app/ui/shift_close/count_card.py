"""The device's own counter beside what was logged, the difference and its reason."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QIntValidator, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.shift_close.shown import ClosingShown
from ui_kit import strokes, theme, tokens
from ui_kit.card import Card
from ui_kit.figure import Figure
from ui_kit.formats import integer, signed
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.option_chip import OptionChip
from ui_kit.status_label import StatusLabel
from ui_kit.text_field import TextField

_MOST = 10**9


class _Tile(Card):
    def __init__(self, words: str, inside: QWidget) -> None:
        super().__init__(padding=12)
        self.caption = Label(words, tokens.CAPTION, tokens.MEDIUM, "text2")
        self.body.setSpacing(tokens.GAP)
        self.body.addWidget(self.caption)
        self.body.addWidget(inside)
        self.body.addStretch(1)


class _DifferenceTile(_Tile):
    """Grey square where log and device agree; orange where they don't."""

    def __init__(self, words: str) -> None:
        self._label = StatusLabel(Mark.EVEN, "", tokens.BIG_FIGURE, tokens.SEMIBOLD)
        super().__init__(words, self._label)
        self._differs = False

    def show_difference(self, difference: int | None, alternative: str) -> None:
        """``difference``: the counter less what was logged; it is told the other way round, as what the log lacks."""
        self._differs = bool(difference)
        mark = Mark.EVEN if not difference else Mark.BEHIND if difference > 0 else Mark.FAILED
        self._label.setVisible(difference is not None)
        self._label.set_status(mark, signed(-(difference or 0)))
        self.setAccessibleName(alternative)
        self.caption.set_role("orange_text" if self._differs else "text2")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = "orange_soft" if self._differs else "sunken"
        painter = strokes.smooth(QPainter(self))
        strokes.box(painter, QRectF(self.rect()), tokens.CARD_RADIUS, theme.colour(ground))


class CountCard(Card):
    counter_typed = Signal(str)
    reason_chosen = Signal(int)
    reason_typed = Signal(str)
    counted = Signal()
    """Enter in the counter's field: on to what comes next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Đối chiếu bộ đếm của thiết bị"), parent=parent)
        self.counter = TextField(
            self.tr("Bộ đếm thiết bị"), height=tokens.SEGMENT, pixels=tokens.FIGURE, weight=tokens.SEMIBOLD
        )
        self.counter.setValidator(QIntValidator(0, _MOST, self))
        self.counter.textEdited.connect(self.counter_typed)
        self.counter.returnPressed.connect(self.counted)
        self._logged = Figure(pixels=tokens.BIG_FIGURE)
        self._difference = _DifferenceTile(self.tr("Chênh lệch"))
        logged = _Tile(self.tr("Đã ghi F1"), self._logged)
        logged.set_fill("sunken")
        tiles = QHBoxLayout()
        tiles.setSpacing(tokens.GAP)
        for tile in (_Tile(self.tr("Bộ đếm thiết bị"), self.counter), logged, self._difference):
            tiles.addWidget(tile, 1)
        self._words = Label("", tokens.CELL, role="text2", wrap=True)
        self._caption = Label(self.tr("Lý do chênh lệch"), tokens.CAPTION, tokens.MEDIUM, "text2")
        self._chips: dict[int, OptionChip] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setSpacing(tokens.GAP)
        self.words = TextField(self.tr("Lý do khác"), placeholder=self.tr("Ghi rõ lý do"), height=tokens.SEGMENT)
        self.words.setMaxLength(200)
        self.words.textEdited.connect(self.reason_typed)
        self._why = QWidget()
        why = QVBoxLayout(self._why)
        why.setContentsMargins(0, 0, 0, 0)
        why.setSpacing(6)
        why.addWidget(self._caption)
        why.addLayout(self._grid)
        why.addWidget(self.words)
        self.body.addLayout(tiles)
        self.body.addWidget(self._words)
        self.body.addWidget(self._why)

    def show_closing(self, shown: ClosingShown) -> None:
        self._logged.set_number(integer(shown.counted))
        difference = shown.difference
        self._difference.show_difference(difference, self._told(difference, shown.slip.reason))
        self._words.setText(self._told(difference, shown.slip.reason if shown.sealed else ""))
        for reason in shown.reasons:
            if reason.key not in self._chips:
                self._add(reason.key, reason.label)
            self._chips[reason.key].setChecked(reason.chosen)
        if shown.reasons:
            last = len(shown.reasons) + 1
            if last not in self._chips:
                self._add(last, self.tr("Lý do khác"))
            self._chips[last].setChecked(shown.typed_reason)
            if not any(chip.isChecked() for chip in self._chips.values()):
                self._uncheck()
        self._why.setVisible(bool(difference) and not shown.sealed)
        self.words.setVisible(shown.typed_reason)
        self.counter.setEnabled(not shown.sealed)

    def focus_reason(self) -> None:
        if self._chips:
            self._chips[1].setFocus()

    def clear(self) -> None:
        self.counter.clear()
        self.words.clear()
        self._uncheck()

    def _told(self, difference: int | None, reason: str) -> str:
        if difference is None:
            return self.tr("Đọc bộ đếm trên thiết bị rồi gõ vào ô bên trái.")
        if not difference:
            return self.tr("Sổ khớp với máy.")
        words = self.tr("Sổ thiếu {0} so với máy: {1}.") if difference > 0 else self.tr("Sổ thừa {0} so với máy: {1}.")
        why = reason or self.tr("phải chọn lý do trước khi niêm phong")
        return words.format(integer(abs(difference)), why[:1].lower() + why[1:])

    def _add(self, key: int, label: str) -> None:
        chip = OptionChip(str(key), label, pill=False)
        chip.clicked.connect(lambda _=False: self._choose(key))
        self._group.addButton(chip)
        self._chips[key] = chip
        self._grid.addWidget(chip, (key - 1) // 2, (key - 1) % 2)

    def _choose(self, key: int) -> None:
        self.reason_chosen.emit(key)
        if self.words.isVisible():
            self.words.setFocus()

    def _uncheck(self) -> None:
        self._group.setExclusive(False)
        for chip in self._chips.values():
            chip.setChecked(False)
        self._group.setExclusive(True)
