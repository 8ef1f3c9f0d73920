"""Taking the seat: the people of the point on the right, the point and the clock on the left."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.frame import SIDE, SIZE
from station_app.ui.sign_in.shown import DoorShown, Trouble
from station_app.ui.sign_in.side import Side
from station_app.ui.sign_in.user_card import UserCard
from ui_kit import tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.divider import Divider
from ui_kit.label import Label

_MARGIN = 64
IDLE_MINUTES = 5
"""After so long without a key or the mouse the window locks itself, until a setting says otherwise."""


class SignInView(QWidget):
    chosen = Signal(str)
    entered = Signal(str)
    practice_asked = Signal(bool)
    look_again = Signal()
    renewal_asked = Signal(str)
    renewed = Signal(str, str, str)
    renewal_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[UserCard] = []
        self._current: UserCard | None = None
        self._side = Side()
        self._side.practice_asked.connect(self.practice_asked)
        self._title = Label("", tokens.BIG_FIGURE, tokens.SEMIBOLD, wrap=True)
        self._subtitle = Label("", role="text2", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(tokens.GAP)
        self._notice = Card()
        self._notice_words = Label("", wrap=True)
        self._command = Label("", tokens.CELL, code=True, wrap=True)
        self._again = ActionButton(self.tr("Xem lại"))
        self._again.clicked.connect(self.look_again)
        for widget in (self._notice_words, self._command):
            self._notice.body.addWidget(widget)
        self._notice.body.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self._rules = QWidget()
        self._renewal = ActionButton(self.tr("Đổi mật khẩu, đặt PIN"), key="F2", height=tokens.SEGMENT)
        self._renewal.clicked.connect(self._ask_renewal)
        QShortcut(QKeySequence("F2"), self, self._ask_renewal, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        rules = QHBoxLayout(self._rules)
        rules.setContentsMargins(0, 0, 0, 0)
        rules.addWidget(Label(self.tr("Sai 5 lần thì khóa 10 phút."), tokens.CELL, role="text2"), 1)
        rules.addWidget(self._renewal)
        self._foot = Label("", tokens.CAPTION, role="muted", wrap=True)
        self.set_idle_minutes(IDLE_MINUTES)
        self._rule = Divider()
        right = QVBoxLayout()
        right.setContentsMargins(_MARGIN, 44, _MARGIN, 24)
        right.setSpacing(0)
        right.addWidget(self._title)
        right.addSpacing(4)
        right.addWidget(self._subtitle)
        right.addSpacing(20)
        right.addLayout(self._list)
        right.addWidget(self._notice)
        right.addSpacing(tokens.MARGIN)
        right.addWidget(self._rules)
        right.addSpacing(tokens.MARGIN)
        right.addWidget(self._rule)
        right.addSpacing(12)
        right.addWidget(self._foot)
        right.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._side, SIDE)
        whole.addLayout(right, SIZE[0] - SIDE)
        self.show_looking(False)

    def show_looking(self, practising: bool) -> None:
        self._side.switch.setChecked(practising)
        self._clear()
        self._say(self.tr("Chọn cán bộ trực máy"), self.tr("Đang mở danh sách…"))

    def show_preparing(self, step: str) -> None:
        steps = {
            "city": self.tr("bước 1 / 3: chỉ huy diễn tập"),
            "station": self.tr("bước 2 / 3: trạm và người dùng"),
            "enrol": self.tr("bước 3 / 3: đăng ký trạm và kế hoạch"),
        }
        self._say(self.tr("Đang chuẩn bị trạm diễn tập"), steps.get(step, step))

    def show_door(self, door: DoorShown) -> None:
        self._clear()
        self._side.show_point(door.station, door.unit)
        if not door.users:
            self._say(self.tr("Chưa có người dùng"), self.tr("Gọi quản trị thiết bị."))
            self._again.show()
            self._notice.setVisible(True)
            self._notice_words.setText(self.tr("Quản trị thiết bị thêm người bằng lệnh:"))
            self._command.setText("stationctl user add")
            return
        self._say(self.tr("Chọn cán bộ trực máy"), self.tr("Chọn tên bằng phím mũi tên, gõ mật khẩu rồi bấm Enter."))
        for user in door.users:
            card = UserCard(user)
            card.picked.connect(lambda user=user.user: self.chosen.emit(user))
            card.entered.connect(self.entered)
            card.moved.connect(self._move)
            card.renewed.connect(self.renewed)
            card.renewal_left.connect(self.renewal_left)
            self._list.addWidget(card)
            self._cards.append(card)
        for widget in (self._rules, self._rule, self._foot):
            widget.show()

    def show_no_station(self, home: str) -> None:
        self._clear()
        self._side.show_point("", self.tr("chưa có trạm"))
        self._say(
            self.tr("Máy này chưa có trạm"), self.tr("Quản trị thiết bị lập trạm một lần, rồi mở lại màn hình này.")
        )
        self._notice_words.setText(self.tr("Thư mục {0} còn trống. Lập trạm bằng lệnh:").format(home))
        self._command.setText(
            'stationctl init --campaign hp-2021 --station HP-LC-07 --unit "Công an quận Lê Chân"'
            " --device TB-1 --device TB-2 --user nb.thinh"
        )
        self._notice.show()
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_closed(self, words: str) -> None:
        self._clear()
        self._say(self.tr("Chưa mở được danh sách"), "")
        self._notice_words.setText(words)
        self._command.setText("")
        self._notice.show()
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, user: str) -> None:
        self._rules.show()
        for card in self._cards:
            card.set_chosen(card.user == user)
            if card.user == user:
                self._current = card
        if self._current is not None:
            self.setFocusProxy(self._current.password)
            self._current.take_focus()

    def show_renewal(self, must: bool) -> None:
        if self._current is not None:
            self._rules.hide()  # which makes room for it
            self._current.ask_renewal(must)

    def set_idle_minutes(self, minutes: int) -> None:
        """After how many minutes the window locks itself, as the foot of the page tells."""
        words = self.tr("Người trong danh sách do quản trị thiết bị thêm. Máy tự khóa sau {0} phút không dùng.")
        self._foot.setText(words.format(minutes))

    def show_busy(self, busy: bool) -> None:
        self._side.switch.setEnabled(not busy)
        if self._current is not None:
            self._current.set_busy(busy)

    def show_trouble(self, trouble: Trouble | None) -> None:
        if self._current is not None:
            self._current.set_trouble(trouble)

    def show_moment(self, now: datetime, behind: bool) -> None:
        self._side.show_moment(now, behind=behind)

    def _ask_renewal(self) -> None:
        if self._current is not None:
            self.renewal_asked.emit(self._current.password.text())

    def _move(self, step: int) -> None:
        if self._current is not None:
            at = self._cards.index(self._current) + step
            if 0 <= at < len(self._cards):
                self.chosen.emit(self._cards[at].user)

    def _say(self, title: str, subtitle: str) -> None:
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def _clear(self) -> None:
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        self._current = None
        self.setFocusProxy(self._side.switch)
        for widget in (self._notice, self._rules, self._rule, self._foot):
            widget.hide()
