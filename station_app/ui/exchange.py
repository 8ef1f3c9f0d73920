"""The desk changes hands in a panel over the window's right edge: what it needs of the desktop."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject

from campaign.refusal import Refusal
from station_app.ui.asking import Asks
from station_app.ui.inside import Inside
from ui_kit import theme, tokens

if TYPE_CHECKING:
    from station_app.services.station import Station
    from station_app.ui.hand_over.presenter import HandOverPresenter
    from station_app.ui.hand_over.view import HandOverPanel
    from station_app.ui.unlocking import Unlocked


_ABOVE = 2


class House(Protocol):
    """The desktop, as far as it is needed here."""

    inside: Inside

    @property
    def station(self) -> Station | None: ...

    @property
    def read(self) -> Asks: ...

    @property
    def write(self) -> Asks: ...

    def unlock(self, user: str, secret: str, *, by_password: bool = False) -> Unlocked: ...

    def enter(self, unlocked: Unlocked, *, taking_over: bool = False) -> None: ...

    def now(self) -> datetime: ...

    def say(self, refusal: Refusal) -> str: ...


class Exchange(QObject):
    """A `hand_over.presenter.Counter`; the panel is made when it is first asked for."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.panel: HandOverPanel | None = None
        self._presenter: HandOverPresenter | None = None

    @property
    def station(self) -> Station:
        station = self._house.station
        assert station is not None, "somebody sits at the desk"
        return station

    @property
    def read(self) -> Asks:
        return self._house.read

    @property
    def write(self) -> Asks:
        return self._house.write

    def unlock(self, user: str, secret: str) -> Unlocked:
        return self._house.unlock(user, secret)

    def seat(self, unlocked: Unlocked) -> None:
        self._house.enter(unlocked, taking_over=True)

    def now(self) -> datetime:
        return self._house.now()

    def say(self, refusal: Refusal) -> str:
        return self._house.say(refusal)

    def open(self) -> None:
        """For the person at the desk; asked for again, it closes."""
        from station_app.ui.hand_over.presenter import HandOverPresenter
        from station_app.ui.hand_over.view import HandOverPanel

        inside = self._house.inside
        if self.panel is None or self._presenter is None:
            self.panel = HandOverPanel(inside)
            self._presenter = HandOverPresenter(self.panel, self)
            self.panel.left.connect(inside.focus_page)
            inside.installEventFilter(self)
        elif self.panel.isVisible():
            self._presenter.close()
            inside.focus_page()
            return
        self._place()
        self.panel.show()
        self.panel.raise_()
        inside.ring.raise_()
        self.panel.setFocus()
        self._presenter.open()

    def close(self) -> None:
        if self._presenter is not None:
            self._presenter.close()

    def tick(self) -> None:
        if self._presenter is not None:
            self._presenter.tick()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        """Over the right column of a screen, as wide as it is."""
        from station_app.ui.hand_over.view import WIDTH

        inside = self._house.inside
        if self.panel is not None:
            area, width = inside.page_area(), theme.scaled(WIDTH)
            left = area.right() + 1 - width - tokens.MARGIN
            self.panel.setGeometry(left, area.top() + _ABOVE, width, area.height() - _ABOVE - tokens.MARGIN)
