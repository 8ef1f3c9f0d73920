"""What the chosen stick would bring is told before it is taken, once for each stick."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bundle.stick import Stick
from station_app.services.receive_told import Brought
from station_app.services.rehearse_orders import rehearse_orders
from station_app.services.show_sticks import Orders, PluggedStick
from station_app.ui.asking import Desk
from station_app.ui.export.rendering import received_shown
from station_app.ui.export.shown import ReceivedShown


class Offering:
    """``changed`` is called when there is an offer to show."""

    def __init__(self, desk: Desk, changed: Callable[[], None]) -> None:
        self._desk, self._changed = desk, changed
        self._asked_for: tuple[Path, Orders] | None = None
        self._offer: ReceivedShown | None = None
        self._over: Path | None = None

    @property
    def shown(self) -> ReceivedShown | None:
        return self._offer

    def look(self, stick: PluggedStick | None) -> None:
        """The chosen stick is this one now; it is asked only where it carries something new."""
        if stick is None or stick.root != self._over:
            self._over = None
        wanted = (stick.root, stick.orders) if stick is not None and stick.orders.total and not self._over else None
        if wanted == self._asked_for:
            return
        self._asked_for, self._offer = wanted, None
        if stick is not None and wanted is not None:
            station = self._desk.station
            self._desk.slow.ask(
                lambda: rehearse_orders(station, Stick(stick.root)),
                lambda brought: self._told(wanted, stick, brought),
                lambda _: None,  # it was pulled: the next look tells
            )

    def end(self, root: Path | None) -> None:
        """It was taken or turned down: that stick offers nothing more while it is the chosen one."""
        self._over, self._asked_for, self._offer = root, None, None

    def _told(self, wanted: tuple[Path, Orders], stick: PluggedStick, brought: Brought) -> None:
        if wanted == self._asked_for:
            self._offer = received_shown(stick, brought, self._desk.say, offered=True)
            self._changed()
