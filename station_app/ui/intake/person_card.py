"""Who stands before the desk."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.intake import words
from station_app.ui.intake.shown import PersonShown
from ui_kit import formats, theme, tokens
from ui_kit.card import Card
from ui_kit.divider import Divider
from ui_kit.label import Label

HEIGHT = 56


class Fact(QWidget):
    """A caption over a value, with a line before it."""

    def __init__(self, caption: str, *, line: bool = True, wrap: bool = False) -> None:
        super().__init__()
        self.caption = Label(caption, tokens.CAPTION, role="muted")
        self.value = Label("", tokens.BODY, tokens.SEMIBOLD, wrap=wrap)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.caption)
        column.addWidget(self.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        if line:
            row.addWidget(Divider(upright=True))
        row.addLayout(column)


class PersonCard(Card):
    """Name and how it came in, or the warnings, at the left; birth, sex, residence and place at the right."""

    def __init__(self) -> None:
        super().__init__(padding=0)
        self.setAccessibleName(self.tr("Công dân"))
        self._nobody = Label(
            self.tr("Chưa có hồ sơ đang chờ ghi. Kết quả vừa ghi nằm ở dòng đầu bảng bên dưới."), role="muted"
        )
        self._name = Label("", tokens.PERSON, tokens.SEMIBOLD)
        self._origin = Label("", tokens.CAPTION, role="text2")
        self._born, self._sex = Fact(self.tr("Ngày sinh")), Fact(self.tr("Giới"))
        self._unit, self._place = Fact(self.tr("Nơi thường trú")), Fact(self.tr("Số thứ tự"))
        self._facts = QWidget()
        facts = QHBoxLayout(self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._name)
        left.addWidget(self._origin)
        facts.addLayout(left, 1)
        for fact in (self._born, self._sex, self._unit, self._place):
            facts.addWidget(fact)
        row = QHBoxLayout()
        row.setContentsMargins(20, 7, tokens.MARGIN, 7)
        row.addWidget(self._nobody)
        row.addWidget(self._facts, 1)
        self.body.addLayout(row)
        self.setFixedHeight(theme.scaled(HEIGHT))
        self.show_person(None)

    def show_person(self, shown: PersonShown | None) -> None:
        self.setFixedHeight(theme.scaled(HEIGHT))
        self.set_accent(shown is not None)
        self._nobody.setVisible(shown is None)
        self._facts.setVisible(shown is not None)
        if shown is None:
            return
        self._name.setText(shown.name or self.tr("Chưa có tên"))
        self._name.set_role("text" if shown.name else "muted")
        self._origin.setText(words.warnings(shown.warnings) if shown.warnings else self._told(shown))
        self._origin.set_role("amber" if shown.warnings else "text2")
        self._origin.set_weight(tokens.MEDIUM if shown.warnings else tokens.REGULAR)
        self._born.caption.setText(self.tr("Năm sinh") if len(shown.born) == 4 else self.tr("Ngày sinh"))
        self._born.value.setText(words.born(shown.born) or formats.DASH)
        self._sex.value.setText(
            {"male": self.tr("Nam"), "female": self.tr("Nữ")}.get(shown.sex, formats.DASH),
        )
        self._unit.value.setText(words.unit(shown.commune) or formats.DASH)
        self._place.value.setText(formats.integer(shown.place))

    def _told(self, shown: PersonShown) -> str:
        came = {
            "qr": self.tr("Quét mã QR lúc {0}"),
            "mrz": self.tr("Quét dòng MRZ lúc {0}"),
            "barcode": self.tr("Quét mã vạch lúc {0}"),
        }.get(shown.source, self.tr("Gõ tay lúc {0}"))
        parts = [came.format(formats.clock_seconds(shown.read_at))]
        if shown.seen:
            parts.append(
                self.tr("đã ghi {0} {1} ở {2}").format(
                    formats.short_date(shown.seen.at), formats.clock(shown.seen.at), shown.seen.device
                )
            )
        elif shown.looked_up:
            parts.append(self.tr("chưa ghi lần nào ở điểm này"))
        if shown.phone:
            parts.append(self.tr("ĐT {0}").format(shown.phone))
        return " · ".join(parts)
