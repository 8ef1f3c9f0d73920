"""The chosen person, what may be done with them, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.people.act_fields import ActFields
from station_app.ui.people.shown import Act, PeopleShown, Told
from station_app.ui.role_words import role_word
from ui_kit import formats, strokes, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.person_avatar import PersonAvatar

KEYS: dict[Act, str] = {"add": "F2", "change": "F3", "reset": "F4", "remove": "F8"}


class PersonCard(Card):
    """``act_asked`` carries an `Act`, ``saved`` the one in hand; ``left`` gives it up."""

    act_asked = Signal(str)
    saved = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._act: Act = "none"
        self._title = Label("", tokens.SECTION, tokens.SEMIBOLD, wrap=True)
        self._detail = Label("", tokens.CELL, role="text2", wrap=True)
        self._avatar = PersonAvatar(" ")
        head = QHBoxLayout()
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        head.addWidget(self._avatar)
        head.addLayout(words, 1)
        self.fields = ActFields()
        self.fields.ended.connect(lambda: self.saved.emit(self._act))
        self._save = ActionButton("", key="Enter", primary=True)
        self._save.clicked.connect(lambda: self.saved.emit(self._act))
        self._leave = ActionButton(self.tr("Thôi"), key="Esc")
        self._leave.clicked.connect(self.left)
        self._told = QVBoxLayout()
        self._panel: InlinePanel | None = None
        labels: dict[Act, str] = {
            "add": self.tr("Thêm người"),
            "change": self.tr("Sửa tên, vai trò"),
            "reset": self.tr("Đặt lại mật khẩu"),
            "remove": self.tr("Xóa khỏi danh sách"),
        }
        self._acts = {act: ActionButton(label, key=KEYS[act]) for act, label in labels.items()}
        self.body.addLayout(head)
        self.body.addLayout(self._told)
        self.body.addWidget(self.fields)
        for button in (self._save, self._leave):
            self.body.addWidget(button)
        for act, button in self._acts.items():
            button.clicked.connect(lambda _=False, act=act: self.act_asked.emit(act))
            self.body.addWidget(button)
        self.body.addStretch(1)

    def show_people(self, shown: PeopleShown) -> None:
        self._act = shown.act
        person, asking = shown.person(), shown.act != "none"
        adding = shown.act == "add"
        self._avatar.setVisible(person is not None and not adding)
        if person is not None:
            self._avatar.set_person(person.full_name, filled=True)
        self._title.setText(self.tr("Thêm người") if adding or person is None else person.full_name)
        self._detail.setText(self._words(shown))
        self._detail.setVisible(bool(self._detail.text()))
        names = {
            "add": self.tr("Thêm"),
            "change": self.tr("Lưu"),
            "reset": self.tr("Đặt mật khẩu"),
            "remove": self.tr("Xóa, không vào được nữa"),
        }
        self._save.set_text(self.tr("Đang ghi…") if shown.busy else names.get(shown.act, ""))
        for widget in (self._save, self._leave):
            widget.setVisible(asking)
            widget.setEnabled(not shown.busy)
        for act, button in self._acts.items():
            button.setVisible(not asking)
            own = person is not None and person.own and act in ("reset", "remove")
            button.setEnabled(act == "add" or (person is not None and not own))
        self.fields.setEnabled(not shown.busy)
        self._tell(shown.told)

    def begin(self, shown: PeopleShown) -> None:
        self.fields.begin(shown.act, shown.person())
        if shown.act == "remove":
            self._save.setFocus()

    def _words(self, shown: PeopleShown) -> str:
        person = shown.person()
        if person is None or shown.act == "add":
            return self.tr("Tên đăng nhập không đổi được về sau.") if shown.act == "add" else ""
        if shown.act == "remove":
            return self.tr("Không đăng nhập được nữa kể từ bây giờ. Hồ sơ đã ghi vẫn mang tên người này.")
        if shown.act == "reset":
            return self.tr("Người đó tự gõ mật khẩu mới, hoặc để trống để lấy mật khẩu tạm. PIN cũ mất hiệu lực.")
        parts = [role_word(person.role), person.user]
        if shown.seconds:
            parts.append(self.tr("bị khóa, còn {0}").format(formats.stopwatch(shown.seconds)))
        if person.own and shown.act == "none":
            parts.append(self.tr("đổi mật khẩu của mình ở màn hình đăng nhập (F2)"))
        return " · ".join(parts)

    def _tell(self, told: Told | None) -> None:
        if self._panel is not None:
            self._told.removeWidget(self._panel)
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
        if told is None:
            return
        done = {
            "added": self.tr("Đã thêm {0}"),
            "changed": self.tr("Đã sửa {0}"),
            "reset": self.tr("Đã đặt lại mật khẩu của {0}"),
            "removed": self.tr("Đã xóa {0}"),
        }
        if told.done is None:
            self._panel = InlinePanel("error", self.tr("Chưa làm được"), told.words)
        elif told.password:
            text = self.tr("Mật khẩu tạm, chỉ hiện một lần: đọc cho người đó, đăng nhập xong phải đổi.")
            self._panel = InlinePanel("good", done[told.done].format(told.full_name), text)
            code = Label(told.password, tokens.FIGURE, tokens.SEMIBOLD, code=True, align=strokes.CENTRE)
            self._panel.body.addWidget(code)
        else:
            self._panel = InlinePanel("good", done[told.done].format(told.full_name))
        self._told.addWidget(self._panel)
