"""What an act on people asks for, in one column: names, a role, a password."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from campaign.events import Role
from station_app.services.show_people import PersonFacts
from station_app.ui.people.shown import Act
from station_app.ui.role_words import role_word
from ui_kit import tokens
from ui_kit.label import Label
from ui_kit.option_chip import OptionChip
from ui_kit.text_field import TextField

ROLES: tuple[str, ...] = get_args(Role)
_KEYS = ("F5", "F6", "F7")
_SHOWN: dict[Act, tuple[str, ...]] = {
    "none": (),
    "add": ("full_name", "user", "role", "password"),
    "change": ("full_name", "role"),
    "reset": ("password",),
    "remove": (),
}


class ActFields(QWidget):
    """``ended``: Enter in the last field. Enter in another goes on to the next."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.full_name = TextField(self.tr("Họ và tên"), placeholder=self.tr("Họ và tên"))
        self.user = TextField(self.tr("Tên đăng nhập"), placeholder=self.tr("Tên đăng nhập, như tk.van"))
        self.password = TextField(self.tr("Mật khẩu"), secret=True)
        self._roles = [OptionChip(key, role_word(role), pill=False) for key, role in zip(_KEYS, ROLES, strict=True)]
        self._role = QWidget()
        roles = QVBoxLayout(self._role)
        roles.setContentsMargins(0, 0, 0, 0)
        roles.setSpacing(tokens.GAP)
        roles.addWidget(Label(self.tr("Vai trò"), tokens.CAPTION, tokens.MEDIUM, "text2"))
        for key, chip in zip(_KEYS, self._roles, strict=True):
            chip.setAutoExclusive(True)
            roles.addWidget(chip)
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda chip=chip: chip.setChecked(True))
        self._parts: dict[str, QWidget] = {
            "full_name": self.full_name,
            "user": self.user,
            "role": self._role,
            "password": self.password,
        }
        self._act: Act = "none"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        for part in self._parts.values():
            column.addWidget(part)
        for field in (self.full_name, self.user, self.password):
            field.returnPressed.connect(self._go_on)
        self.begin("none", None)

    def begin(self, act: Act, person: PersonFacts | None) -> None:
        """Fields for an act: empty, or with what is so now."""
        self._act = act
        known = person if act == "change" else None
        self.full_name.setText(known.full_name if known else "")
        self.user.clear()
        self.password.clear()
        self._roles[ROLES.index(known.role) if known and known.role in ROLES else 0].setChecked(True)
        self.password.setPlaceholderText(
            self.tr("Để trống: máy đặt mật khẩu tạm") if act == "reset" else self.tr("Mật khẩu người đó tự gõ")
        )
        for name, part in self._parts.items():
            part.setVisible(name in _SHOWN[act])
        first = next((part for name, part in self._parts.items() if name in _SHOWN[act]), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def role(self) -> str:
        return next((role for role, chip in zip(ROLES, self._roles, strict=True) if chip.isChecked()), ROLES[0])

    def _go_on(self) -> None:
        fields = [part for name, part in self._parts.items() if name in _SHOWN[self._act] and part is not self._role]
        at = next((place for place, field in enumerate(fields) if field.hasFocus()), len(fields) - 1)
        if at + 1 < len(fields):
            fields[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.ended.emit()
