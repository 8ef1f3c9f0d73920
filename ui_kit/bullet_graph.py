"""Done against plan, quota and projection, in one bar."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.marks import paint_diamond

# Of the scale, the quota stands at seven eighths: as far as the projection may usually go beyond it.
_BEYOND_QUOTA = 8 / 7
_LABEL_GAP = 8


@dataclass(frozen=True)
class Bullet:
    """What a bullet graph shows, all in the same unit.

    `done` so far, `plan` to now, `quota` for the whole, `projected` at the close (None while unknown), `full`, the
    value at the right end (by default an eighth beyond the quota, or further when something reaches further), and
    `band`, the values between which the close may be expected.
    """

    done: float
    plan: float
    quota: float
    projected: float | None = None
    full: float | None = None
    band: tuple[float, float] | None = None

    def scale(self) -> float:
        """Return the value at the right end."""
        return self.full or max(self.quota * _BEYOND_QUOTA, self.done, self.plan, (self.projected or 0) * 1.01, 1)

    def behind(self) -> bool:
        """Tell whether less is done than planned to now."""
        return self.done < self.plan


def paint_bullet(painter: QPainter, track: QRectF, bullet: Bullet, *, bar_height: float, ground: str) -> None:
    """Paint a graph with its track in `track`; the plan tick reaches 3 px above and below. `ground` lies behind."""
    strokes.smooth(painter)
    ink = "orange" if bullet.behind() else "blue"
    middle = track.center().y()

    def across(value: float) -> float:
        return track.left() + track.width() * min(max(value, 0) / bullet.scale(), 1)

    strokes.box(painter, track, tokens.BAR_RADIUS, theme.colour("sunken"))
    if bullet.quota > 0:
        painter.save()
        painter.setClipRect(QRectF(track.left(), track.top(), across(bullet.quota) - track.left(), track.height()))
        strokes.box(painter, track, tokens.BAR_RADIUS, theme.colour("track"))
        painter.restore()
    if bullet.band is not None:
        low, high = (across(value) for value in bullet.band)
        band = QRectF(low, middle - bar_height / 2, max(0.0, high - low), bar_height)
        strokes.box(painter, band, 2, theme.blend(ink, "track", 0.26))
    done = QRectF(track.left(), middle - bar_height / 2, across(bullet.done) - track.left(), bar_height)
    if bullet.projected is not None and bullet.projected > bullet.done:
        line = QRectF(done.right(), middle - 1, across(bullet.projected) - done.right(), 3)
        painter.fillRect(line, theme.blend(ink, "track", 0.38))
    if done.width() >= 0.5:
        strokes.box(painter, done, 2, theme.colour(ink))
        if bullet.behind():
            strokes.hatch(painter, done.adjusted(1, 1, -1, -1), theme.colour("hatch"))
    if bullet.projected is not None:
        paint_diamond(
            painter, QPointF(across(bullet.projected), middle + 0.5), 2.3 + bar_height * 0.2, theme.colour(ink)
        )
    if bullet.quota > 0:
        painter.fillRect(QRectF(round(across(bullet.quota)) - 1, track.top(), 2, track.height()), theme.colour("text2"))
    tick = QRectF(round(across(bullet.plan)) - 1, track.top() - 3, 3, track.height() + 6)
    painter.fillRect(tick.adjusted(-1, 0, 1, 0), theme.colour(ground))
    painter.fillRect(tick, theme.colour("plan_tick"))


class BulletGraph(QWidget):
    """A bullet graph with a label over the plan tick and over the quota tick, and 0 and the quota below the track."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bullet = Bullet(0, 0, 0)
        self._plan_label = self._quota_label = self._quota_text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bullet(
        self,
        bullet: Bullet,
        alternative: str,
        *,
        plan_label: str = "",
        quota_label: str = "",
        quota_text: str = "",
    ) -> None:
        """Show values; `alternative` says the same in words. Without labels only the track is shown, 28 px high."""
        labels = plan_label, quota_label, quota_text
        before = self._plan_label, self._quota_label, self._quota_text
        if (bullet, labels, alternative) == (self._bullet, before, self.accessibleName()):
            return
        self._bullet = bullet
        self._plan_label, self._quota_label, self._quota_text = labels
        self.setAccessibleName(alternative)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if not self._labelled():
            return QSize(200, 28)
        return QSize(theme.scaled(240), 32 + theme.scaled(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._labelled():
            paint_bullet(
                painter,
                QRectF(0, 3, self.width(), self.height() - 6),
                self._bullet,
                bar_height=round((self.height() - 6) * 0.45),
                ground="surface",
            )
            return
        above = theme.scaled(20)
        track = QRectF(0, above + 3, self.width(), 26)
        paint_bullet(painter, track, self._bullet, bar_height=12, ground="surface")
        self._paint_labels(painter, track)

    def _labelled(self) -> bool:
        return bool(self._plan_label or self._quota_label)

    def _paint_labels(self, painter: QPainter, track: QRectF) -> None:
        font = theme.font(tokens.CAPTION, tokens.MEDIUM)
        scale = self._bullet.scale()
        quota_x = track.width() * self._bullet.quota / scale
        quota = self._around(quota_x, strokes.text_width(font, self._quota_label), self.width())
        # The plan's label gives way to the left where the two would touch.
        width = strokes.text_width(font, self._plan_label)
        plan = self._around(track.width() * min(self._bullet.plan / scale, 1), width, quota.left() - _LABEL_GAP)
        ink = theme.colour("text2")
        strokes.line(painter, plan, self._plan_label, font, ink)
        strokes.line(painter, quota, self._quota_label, font, ink)
        below = QRectF(0, track.bottom() + 1, self.width(), theme.scaled(20))
        small = theme.font(tokens.CAPTION)
        strokes.line(painter, below, "0", small, theme.colour("muted"))
        number = self._around(quota_x, strokes.text_width(small, self._quota_text), self.width())
        number = QRectF(number.left(), below.top(), number.width(), below.height())
        strokes.line(painter, number, self._quota_text, small, theme.colour("muted"))

    def _around(self, x: float, width: float, limit: float) -> QRectF:
        left = max(0.0, min(x - width / 2, limit - width))
        return QRectF(left, 0, width + 1, theme.scaled(22))
