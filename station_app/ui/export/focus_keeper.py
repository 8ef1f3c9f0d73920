"""Keeps the keyboard's focus with the action that is next, while controls come and go with what runs beside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget


class FocusKeeper:
    """``next_action`` tells the control that the focus of ``page`` belongs to, None where none can take it.

    A control that is put out of action would hand the focus to whichever comes next in the order; here it rests
    instead, until there is an action again. Whoever moved it elsewhere keeps it there, and what is typed is not left.
    """

    def __init__(self, page: QWidget, next_action: Callable[[], QWidget | None]) -> None:
        self._page, self._next_action = page, next_action
        self._rest = QWidget(page)
        self._rest.setFixedSize(0, 0)
        self._rest.setProperty("ringRole", "bg")
        self._placed: QWidget | None = None

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Around whatever may put controls in or out of action."""
        before = self._page.window().focusWidget()
        yield
        ours = before is not None and self._page.isAncestorOf(before)
        lost = ours and before is not None and not (before.isEnabled() and before.isVisible())
        now = self._page.window().focusWidget()
        waits = now is None or now.focusPolicy() == Qt.FocusPolicy.NoFocus
        untyped = now is self._placed and not (isinstance(now, QLineEdit) and now.text())
        if lost or waits or untyped:
            self.move()
        else:
            self._page.setFocusProxy(self._here())

    def move(self) -> None:
        """The focus goes to the action that is next, wherever it is."""
        here = self._here()
        self._page.setFocusProxy(here)
        if self._page.isVisible():
            if self._page.window().focusWidget() is not here:
                here.setFocus(Qt.FocusReason.OtherFocusReason)
            self._placed = here

    def _here(self) -> QWidget:
        return self._next_action() or self._rest
