"""The ring round the control that has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import Shiboken

from ui_kit import strokes, theme, tokens

_REACH = tokens.RING + tokens.RING_GAP
_FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.LayoutRequest,
}


class FocusRing(QWidget):
    """Draws 2 px of blue, 2 px outside the focused control of `window`, also after a click.

    Make one per window, after its contents. A control may set the dynamic properties `ringRadius` (its own corner
    radius; 6 otherwise), `ringRole` (a palette field; `blue` otherwise) and `ringInset` (pixels at its left and right
    that it leaves empty).
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._placed: tuple[QRect, QRect] | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def follow(self, target: QWidget | None) -> None:
        """Draw the ring round `target`, or nowhere."""
        for watched in self._watched:
            if Shiboken.isValid(watched):
                watched.removeEventFilter(self)
        self._target = target
        self._placed = None
        self._watched = []
        widget: QWidget | None = target
        while widget is not None and widget is not self.window():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target is None or not Shiboken.isValid(self._target):
            return
        radius = self._target.property("ringRadius")
        role = self._target.property("ringRole")
        painter = strokes.smooth(QPainter(self))
        strokes.box(
            painter,
            QRectF(self.rect()),
            (tokens.CONTROL_RADIUS if radius is None else radius) + _REACH,
            None,
            theme.colour("blue" if role is None else role),
            tokens.RING,
        )

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self.follow(new if new is not None and new.window() is self.window() else None)

    def _place(self) -> None:
        target = self._target
        if target is None or not Shiboken.isValid(target) or not target.isVisibleTo(self.window()):
            self.hide()
            return
        across = (target.property("ringInset") or 0) - _REACH
        reach = QRect(target.mapTo(self.window(), QPoint(0, 0)), target.size()).adjusted(
            across, -_REACH, -across, _REACH
        )
        shown = reach & self._visible_part(target)
        if (reach, shown) == self._placed and self.isVisibleTo(self.window()):
            return
        self._placed = reach, shown
        self.setGeometry(reach)
        self.setMask(QRegion(shown.translated(-reach.topLeft())))
        self.setVisible(not shown.isEmpty())
        self.raise_()
        self.update()

    def _visible_part(self, target: QWidget) -> QRect:
        """Return the part of the window in which `target` isn't scrolled out of sight."""
        part = self.window().rect()
        widget: QWidget | None = target.parentWidget()
        while widget is not None and widget is not self.window():
            area = widget.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
                part &= QRect(widget.mapTo(self.window(), QPoint(0, 0)), widget.size())
            widget = area
        return part
