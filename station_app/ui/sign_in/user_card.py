"""A person who may sign in; the chosen one's card holds the password."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from station_app.ui.role_words import role_word
from station_app.ui.sign_in.new_secrets import NewSecrets
from station_app.ui.sign_in.shown import Trouble, UserShown
from station_app.ui.sign_in.trouble_words import trouble_words
from ui_kit import theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.person_avatar import PersonAvatar
from ui_kit.status_label import StatusLabel
from ui_kit.text_field import TextField

_NAME_WIDTH = 236


class UserCard(Card):
    """``picked`` asks for this card, ``entered`` carries the password, ``moved`` is -1 or 1 for Up and Down.

    ``renewed`` and ``renewal_left``: see `new_secrets.NewSecrets`.
    """

    picked = Signal()
    entered = Signal(str)
    moved = Signal(int)
    renewed = Signal(str, str, str)
    renewal_left = Signal()

    def __init__(self, user: UserShown, parent: QWidget | None = None) -> None:
        super().__init__(padding=8, parent=parent)
        self.user = user.user
        self.setAccessibleName(f"{user.full_name}, {role_word(user.role)}")
        self.setProperty("ringRadius", tokens.CARD_RADIUS)
        self._person = user
        self._avatar = PersonAvatar(user.full_name)
        self._name = Label(user.full_name, tokens.BODY, tokens.SEMIBOLD)
        self._role = Label(role_word(user.role), tokens.BODY, tokens.REGULAR, "text2")
        row = QHBoxLayout()
        row.setContentsMargins(tokens.GAP, 0, 12, 0)
        row.setSpacing(tokens.MARGIN)
        row.addWidget(self._avatar)
        row.addWidget(self._name)
        row.addWidget(self._role)
        row.addStretch(1)
        if user.password:
            row.addWidget(Label(self.tr("mật khẩu {0}").format(user.password), tokens.CELL, role="amber", code=True))
        self.password = TextField(
            self.tr("Mật khẩu của {0}").format(user.full_name), secret=True, height=tokens.ACTION, pixels=tokens.SECTION
        )
        self.password.setPlaceholderText(self.tr("Mật khẩu"))
        self._button = ActionButton(self.tr("Đăng nhập"), key="Enter", primary=True, pixels=tokens.SECTION)
        self._caps = StatusLabel(Mark.WAITING, self.tr("Caps Lock đang bật"), tokens.CELL)
        self._trouble = StatusLabel(Mark.BEHIND, "", tokens.CELL)
        self._entry = QWidget()
        entry = QHBoxLayout(self._entry)
        entry.setContentsMargins(theme.scaled(56), 2, tokens.GAP, 4)
        entry.setSpacing(tokens.MARGIN)
        entry.addWidget(self.password, 2)
        entry.addWidget(self._button, 1)
        self._secrets = NewSecrets()
        self._secrets.given.connect(self.renewed)
        self._secrets.left.connect(self.renewal_left)
        self._words = QWidget()
        words = QHBoxLayout(self._words)
        words.setContentsMargins(theme.scaled(56), 0, tokens.GAP, 4)
        words.addWidget(self._trouble, 1)
        words.addWidget(self._caps)
        self.body.addLayout(row)
        self.body.addWidget(self._entry)
        self.body.addWidget(self._secrets)
        self.body.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.password.installEventFilter(self)
        self.password.returnPressed.connect(self._enter)
        self._button.clicked.connect(self._enter)
        self._locked = self._busy = False
        self._dress()
        self.set_chosen(False)

    def set_chosen(self, chosen: bool) -> None:
        """Opens or shuts the card; what was typed into it is gone either way."""
        self.password.clear()
        self._caps.hide()
        self._secrets.forget()
        self._secrets.hide()
        self._entry.setVisible(chosen)
        self._words.setVisible(chosen and not self._trouble.isHidden())
        self._avatar.set_person(self._person.full_name, filled=chosen)
        self._role.set_role("blue_text" if chosen else "text2")
        self._role.set_weight(tokens.MEDIUM if chosen else tokens.REGULAR)
        self.set_edge("blue" if chosen else "border")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor if chosen else Qt.CursorShape.PointingHandCursor)
        if not chosen:
            self.set_trouble(None)

    def ask_renewal(self, must: bool) -> None:
        """In place of the password: a new one, and a PIN."""
        self.password.clear()
        self.set_trouble(None)
        self._entry.hide()
        self._secrets.ask(must)
        self._secrets.show()
        self._secrets.take_focus()

    def set_busy(self, busy: bool) -> None:
        """The password is being tried."""
        self._busy = busy
        self._button.set_text(self.tr("Đang mở sổ…") if busy else self.tr("Đăng nhập"))
        self._allow()

    def set_trouble(self, trouble: Trouble | None) -> None:
        """Says under the field why the person isn't let in; while locked the field takes nothing."""
        words = trouble_words(trouble)
        if words:
            self._trouble.set_status(Mark.BEHIND, words)
        self._trouble.setVisible(bool(words))
        opened = not (self._entry.isHidden() and self._secrets.isHidden())
        self._words.setVisible(opened and (bool(words) or not self._caps.isHidden()))
        self.password.set_wrong(trouble is not None)
        self._locked = trouble is not None and trouble.kind == "locked"
        self._allow()

    def take_focus(self) -> None:
        """To the field, or to the card itself where the field takes nothing."""
        if not self._secrets.isHidden():
            self._secrets.take_focus()
            return
        (self if self._locked else self.password).setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._move(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._watch_caps(event)
            return self._move(event)
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _move(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        return step is not None

    def _watch_caps(self, event: QKeyEvent) -> None:
        """A capital without Shift, or a small letter with it: Qt knows no other sign of Caps Lock."""
        letter = event.text()
        if letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(letter.isupper() != shifted)
            self._words.setVisible(not self._caps.isHidden() or not self._trouble.isHidden())

    def _enter(self) -> None:
        self.entered.emit(self.password.text())

    def _allow(self) -> None:
        allowed = not (self._locked or self._busy)
        if not allowed and (self.password.hasFocus() or self._button.hasFocus()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else it would go to the next control
        self.password.setEnabled(allowed)
        self._button.setEnabled(allowed)
        self._secrets.allow(not self._busy)

    def _dress(self) -> None:
        self._name.setFixedWidth(theme.scaled(_NAME_WIDTH) - tokens.MARGIN)
