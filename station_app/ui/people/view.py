"""The people's screen, put together: the list at the left, the person and the act at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.ui.columns import Columns
from station_app.ui.people.people_list import PeopleList
from station_app.ui.people.person_card import KEYS, PersonCard
from station_app.ui.people.shown import Act, PeopleShown
from ui_kit import tokens
from ui_kit.page_header import PageHeader

_LEFT, _RIGHT = 838, 400


class PeopleView(QWidget):
    """See `presenter.PeopleView` for what the signals carry."""

    chosen = Signal(str)
    act_asked = Signal(str)
    left = Signal()
    added = Signal(str, str, str, str)
    changed = Signal(str, str)
    reset = Signal(str)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: PeopleShown | None = None
        header = PageHeader(self.tr("Người dùng"), self.tr("Ai đăng nhập được ở điểm này, với vai trò gì"))
        self._list, self._card = PeopleList(), PersonCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.MARGIN)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(Columns([(self._list, _LEFT), (self._card, _RIGHT)]), 1)
        self._list.chosen.connect(self.chosen)
        self._card.act_asked.connect(self.act_asked)
        self._card.saved.connect(self._save)
        self._card.left.connect(self.left)
        for act, key in KEYS.items():
            self._on(key).activated.connect(lambda act=act: self.act_asked.emit(act))
        self._on("Esc").activated.connect(self.left)
        self.setFocusProxy(self._list.table)

    def show_people(self, shown: PeopleShown) -> None:
        self._shown = shown
        self._list.show_people(shown.people, shown.chosen)
        self._list.setEnabled(shown.act == "none")
        self._card.show_people(shown)

    def begin(self, act: Act) -> None:
        if self._shown is not None:
            self._card.begin(self._shown)
        if act == "none":
            self._list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, act: str) -> None:
        fields = self._card.fields
        full_name, password = fields.full_name.text(), fields.password.text()
        if act == "add":
            self.added.emit(fields.user.text().strip(), full_name, fields.role(), password)
        elif act == "change":
            self.changed.emit(full_name, fields.role())
        elif act == "reset":
            self.reset.emit(password)
        elif act == "remove":
            self.removed.emit()

    def _on(self, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut
