"""What no scan told, typed: name, birth date, sex, residence, phone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.intake import words
from station_app.ui.intake.commune_field import CommuneField
from station_app.ui.intake.communes import CommuneOffer
from station_app.ui.intake.shown import PersonShown, TypedField
from ui_kit import formats, tokens
from ui_kit.card import Card
from ui_kit.label import Label
from ui_kit.segmented_control import SegmentedControl
from ui_kit.text_field import TextField

_HEIGHT = 40
_SEXES = ("", "male", "female")


class TypedFields(Card):
    """``typed`` [field, text], ``ended`` [field]: Enter in it."""

    typed = Signal(str, str)
    ended = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=12, accent=True)
        self.setAccessibleName(self.tr("Gõ thông tin công dân"))
        self._title = Label("", tokens.CAPTION, tokens.MEDIUM, "text2")
        self._warnings = Label("", tokens.CAPTION, tokens.MEDIUM, "amber")
        self.name = TextField(self.tr("Họ và tên"), height=_HEIGHT)
        self.birth_date = TextField(self.tr("Ngày sinh"), placeholder=self.tr("ngày/tháng/năm"), height=_HEIGHT)
        self.sex = SegmentedControl((formats.DASH, self.tr("Nam"), self.tr("Nữ")), self.tr("Giới"))
        self.commune = CommuneField(self.tr("Nơi thường trú"), self.tr("mã hoặc tên xã"), _HEIGHT)
        self.phone = TextField(self.tr("Điện thoại"), placeholder=self.tr("nếu có"), height=_HEIGHT)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._warnings, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, stretch in ((self.name, 5), (self.birth_date, 3), (self.sex, 0), (self.commune, 4), (self.phone, 3)):
            row.addWidget(_captioned(field), stretch)
        self.body.setSpacing(6)
        self.body.addLayout(head)
        self.body.addLayout(row)
        lines: tuple[tuple[TypedField, TextField], ...] = (
            ("name", self.name),
            ("birth_date", self.birth_date),
            ("commune", self.commune),
            ("phone", self.phone),
        )
        self._lines = dict(lines)
        for field_name, line in lines:
            line.textEdited.connect(lambda text, field_name=field_name: self.typed.emit(field_name, text))
            line.returnPressed.connect(lambda field_name=field_name: self.ended.emit(field_name))
        self.sex.changed.connect(lambda index: self.typed.emit("sex", _SEXES[index]))

    def offer(self, offers: Sequence[CommuneOffer]) -> None:
        self.commune.offer(offers)

    def set_typed(self, name: str, birth_date: str, sex: str, commune: str, phone: str) -> None:
        self.name.setText(name)
        self.birth_date.setText(birth_date)
        self.commune.setText(commune)
        self.phone.setText(phone)
        self.sex.blockSignals(True)
        self.sex.set_current(_SEXES.index(sex) if sex in _SEXES else 0)
        self.sex.blockSignals(False)

    def show_person(self, shown: PersonShown, bad: TypedField | None) -> None:
        self._title.setText(
            self.tr("Số thứ tự {0} · Enter sang ô kế tiếp · Ctrl D điện thoại").format(formats.integer(shown.place))
        )
        self._warnings.setText(words.warnings(shown.warnings))
        for name, line in self._lines.items():
            line.set_wrong(name == bad)
        # What a card or an earlier application proposes, until something is typed.
        proposed = words.unit(shown.commune)
        self.commune.setPlaceholderText(proposed or self.tr("mã hoặc tên xã"))
        self.phone.setPlaceholderText(shown.phone or self.tr("nếu có"))


def _captioned(field: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(Label(field.accessibleName(), tokens.CAPTION, role="muted"))
    column.addWidget(field)
    return whole
