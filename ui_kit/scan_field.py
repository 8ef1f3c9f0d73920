"""The field that a scanner or a hand fills with a personal number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui_kit import formats, strokes, theme, tokens
from ui_kit.icons import paint_icon

_SIDE = 20
_DIGITS = 26
_ICON = 24


class ScanField(QLineEdit):
    """A field 56 px high with a scan icon, large digits and a hint at the right.

    Digits are shown in threes while they are typed; `scanned()` returns them as they came. Text with anything but
    digits, as a code holds, is left alone. `returnPressed` tells the end of a scan.
    """

    def __init__(self, name: str, placeholder: str = "", hint: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placeholder, self._hint = placeholder, hint
        self._wrong = False
        self.setAccessibleName(name)
        self.setAccessibleDescription(placeholder)
        self.setProperty("bare", True)
        self.setProperty("ringRadius", tokens.CARD_RADIUS)
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._group)
        self._dress()

    def scanned(self) -> str:
        """Return the text without the spaces that were put between the digits."""
        digits = self.text().replace(" ", "")
        return digits if digits.isdecimal() else self.text()

    def set_scanned(self, text: str) -> None:
        """Show `text`, in threes when it is a number."""
        self.setText(formats.grouped(text) if text.isdecimal() else text)

    def set_hint(self, hint: str) -> None:
        """Change the words at the right."""
        if hint != self._hint:
            self._hint = hint
            self._keep_room()
            self.update()

    def set_placeholder(self, placeholder: str) -> None:
        """Change the words of the empty field."""
        if placeholder != self._placeholder:
            self._placeholder = placeholder
            self.setAccessibleDescription(placeholder)
            self.update()

    def set_wrong(self, wrong: bool) -> None:
        """Put the orange, wider edge of an error round the field, or take it off."""
        if wrong != self._wrong:
            self._wrong = wrong
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.scaled(tokens.BIG_ACTION))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(self.rect())
        if not self.isEnabled():
            ground, edge, ink = "sunken", "border", "muted"
        elif self._wrong:
            ground, edge, ink = "surface", "orange", "orange"
        elif self.hasFocus():
            ground, edge, ink = "surface", "blue", "blue"
        else:
            ground, edge, ink = "surface", "ctl", "text2"
        strokes.box(
            painter, around, tokens.CARD_RADIUS, theme.colour(ground), theme.colour(edge), 3 if self._wrong else 2
        )
        size = theme.scaled(_ICON)
        paint_icon(painter, "scan", QRectF(_SIDE, (self.height() - size) / 2, size, size), theme.colour(ink))
        small = theme.font(tokens.CAPTION, tokens.MEDIUM)
        ends = around.adjusted(self.textMargins().left(), 0, -_SIDE, 0)
        strokes.line(painter, ends, self._hint, small, theme.colour("text2"), strokes.RIGHT)
        if not self.text():
            # Right of the caret, and nearer to the edge in a field that can't have one.
            words = ends.adjusted(12 if self.isEnabled() else 0, 0, -strokes.text_width(small, self._hint) - _SIDE, 0)
            strokes.line(painter, words, self._placeholder, theme.font(tokens.PERSON), theme.colour("muted"))
        painter.end()
        super().paintEvent(event)

    def _group(self, text: str) -> None:
        digits = text.replace(" ", "")
        if digits.isdecimal() and self.cursorPosition() == len(text):
            self.setText(formats.grouped(digits))

    def _dress(self) -> None:
        self.setFont(theme.font(_DIGITS, tokens.SEMIBOLD))
        self.setFixedHeight(theme.scaled(tokens.BIG_ACTION))
        self._keep_room()

    def _keep_room(self) -> None:
        """Between the icon and the hint."""
        hint = strokes.text_width(theme.font(tokens.CAPTION, tokens.MEDIUM), self._hint)
        # Two pixels less on the left: a line edit keeps them between its edge and the text.
        self.setTextMargins(_SIDE + theme.scaled(_ICON) + 16 - 2, 0, round(hint) + 2 * _SIDE, 0)
