"""The first screen of a new computer: what the station is, who looks after it, and the switch to practise instead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.frame import SIDE, SIZE
from station_app.ui.set_up.shown import Field, Strength, Typed, Wrong
from station_app.ui.sign_in.side import Side
from ui_kit import tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.status_label import StatusLabel
from ui_kit.text_field import TextField

if TYPE_CHECKING:
    from station_app.services.offered_campaign import Offered

_MARGIN = 64


class SetUpView(QWidget):
    asked = Signal(object)
    password_typed = Signal(str)
    practice_asked = Signal(bool)
    look_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = Side()
        self.side.practice_asked.connect(self.practice_asked)
        self.side.show_point("", self.tr("chưa có trạm"))
        self._fields: dict[Field, TextField] = {}
        self._labels: dict[Field, str] = {}
        point, person = (
            Card(self.tr("Trạm"), self.tr("theo quyết định của chỉ huy")),
            Card(self.tr("Quản trị thiết bị")),
        )
        self._put(
            point,
            ("campaign", self.tr("Đợt cao điểm"), "hp-2021"),
            ("station", self.tr("Mã trạm"), "HP-LC-07"),
            ("unit", self.tr("Đơn vị"), "Công an quận Lê Chân"),
            ("devices", self.tr("Thiết bị, cách nhau bằng dấu cách"), "TB-1 TB-2"),
        )
        self._put(
            person,
            ("full_name", self.tr("Họ và tên"), "Nguyễn Bá Thịnh"),
            ("user", self.tr("Tên đăng nhập"), "nb.thinh"),
            ("password", self.tr("Mật khẩu"), ""),
            ("again", self.tr("Gõ lại mật khẩu"), ""),
        )
        self._fields["campaign"].setText("hp-2021")
        self._from_stick = Label("", tokens.CELL, role="text2", wrap=True)
        point.body.addWidget(self._from_stick)
        self.show_offered(None)
        self._strength = Label("", tokens.CELL, role="text2")
        person.head.addWidget(self._strength)
        self._fields["password"].textChanged.connect(self.password_typed)
        self._wrong = StatusLabel(Mark.BEHIND, "", tokens.CELL)
        self._wrong.hide()
        self._make = ActionButton(self.tr("Lập trạm"), key="Ctrl Enter", primary=True, pixels=tokens.SECTION)
        self._make.setShortcut("Ctrl+Return")
        self._make.clicked.connect(self._ask)
        right = QVBoxLayout()
        right.setContentsMargins(_MARGIN, 20, _MARGIN, 12)
        right.setSpacing(tokens.MARGIN)
        right.addWidget(Label(self.tr("Lập trạm trên máy này"), tokens.BIG_FIGURE, tokens.SEMIBOLD, wrap=True))
        right.addWidget(
            Label(
                self.tr(
                    "Bước 1 / 3, làm một lần. Sau đó ghi yêu cầu lên USB và nhận câu trả lời của chỉ huy."
                    " Nếu đã lập bằng stationctl, bấm F5."
                ),
                role="text2",
                wrap=True,
            )
        )
        right.addWidget(point)
        right.addWidget(person)
        right.addWidget(self._wrong)
        right.addWidget(self._make, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.side, SIDE)
        whole.addLayout(right, SIZE[0] - SIDE)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.look_again)
        self.setFocusProxy(self._fields["station"])

    def show_moment(self, now: datetime) -> None:
        self.side.show_moment(now, behind=False)

    def show_units(self, units: Sequence[str]) -> None:
        completer = QCompleter(list(units), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._fields["unit"].setCompleter(completer)

    def show_offered(self, offered: Offered | None) -> None:
        """The campaign of a stick's trust stands as it is there; without one it is typed."""
        field = self._fields["campaign"]
        field.setReadOnly(offered is not None)
        if offered is None:
            self._from_stick.setText(
                self.tr("Cắm USB của chỉ huy rồi bấm F5 để lấy đợt cao điểm từ bộ khóa tin cậy, hoặc gõ.")
            )
            return
        field.setText(offered.campaign)
        words = self.tr("Từ USB {0} · mã khóa gốc {1}: đối chiếu với chỉ huy qua điện thoại").format(
            offered.stick, offered.roots
        )
        self._from_stick.setText(self.tr("DIỄN TẬP · {0}").format(words) if offered.drill else words)

    def show_strength(self, strength: Strength) -> None:
        words = {
            "": "",
            "short": self.tr("mật khẩu: còn ngắn, cần ít nhất 6 ký tự"),
            "fair": self.tr("mật khẩu: dùng được"),
            "good": self.tr("mật khẩu: tốt"),
        }
        self._strength.setText(words[strength])

    def show_wrong(self, wrong: Wrong | None) -> None:
        for field, widget in self._fields.items():
            widget.set_wrong(wrong is not None and wrong.field == field)
        self._wrong.setVisible(wrong is not None)
        if wrong is None:
            return
        if wrong.kind == "empty":
            words = self.tr("Chưa điền: {0}.").format(self._labels[wrong.field] if wrong.field else "")
        elif wrong.kind == "differ":
            words = self.tr("Hai lần gõ mật khẩu khác nhau. Gõ lại.")
        else:
            words = wrong.words
        self._wrong.set_status(Mark.BEHIND, words)
        if wrong.field is not None:
            self._fields[wrong.field].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, busy: bool) -> None:
        self._make.set_text(self.tr("Đang lập trạm…") if busy else self.tr("Lập trạm"))
        self._make.setEnabled(not busy)
        self.side.switch.setEnabled(not busy)

    def clear_passwords(self) -> None:
        self._fields["password"].clear()
        self._fields["again"].clear()

    def _put(self, card: Card, *fields: tuple[Field, str, str]) -> None:
        grid = QGridLayout()
        grid.setSpacing(tokens.GAP)
        grid.setHorizontalSpacing(tokens.MARGIN)
        for place, (field, words, example) in enumerate(fields):
            widget = TextField(words, placeholder=example, secret=field in ("password", "again"))
            label = Label(words, tokens.CAPTION, tokens.MEDIUM, "text2")
            row, column = divmod(place, 2)
            grid.addWidget(label, 2 * row, column)
            grid.addWidget(widget, 2 * row + 1, column)
            widget.returnPressed.connect(self.focusNextChild if field != "again" else self._ask)
            self._fields[field], self._labels[field] = widget, words
        card.body.addLayout(grid)

    def _ask(self) -> None:
        self.asked.emit(Typed(**{field: widget.text() for field, widget in self._fields.items()}))
