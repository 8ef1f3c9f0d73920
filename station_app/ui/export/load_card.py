"""What would go now: the entries after the mark, what they hold, and whether a second copy is made."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.services.show_export import Load
from station_app.ui.export import words
from station_app.ui.export.shown import LoadShown
from ui_kit import formats, strokes, theme, tokens
from ui_kit.card import Card
from ui_kit.check_box import CheckBox
from ui_kit.divider import Divider
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.status_label import StatusLabel

_NAME = 130
_ROW = 28


class _Line(QWidget):
    """A name, what it is about, and a count at the right."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = Label(name, tokens.CELL, role="text2")
        self._about = Label("", tokens.CELL, tokens.MEDIUM)
        self._count = Label("", tokens.BODY, tokens.SEMIBOLD, align=strokes.RIGHT)
        self._name.setFixedWidth(theme.scaled(_NAME))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._name)
        row.addWidget(self._about, 1)
        row.addWidget(self._count)
        self.setFixedHeight(theme.scaled(_ROW))

    def say(self, about: str, count: str) -> None:
        self._name.setFixedWidth(theme.scaled(_NAME))
        self.setFixedHeight(theme.scaled(_ROW))
        self._about.setText(about)
        self._count.setText(count)
        self.setAccessibleName(" ".join(part for part in (self._name.text(), about, count) if part))


class LoadCard(Card):
    second_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self.set_title(self.tr("Nội dung sẽ gửi"))
        self._seq = Label("", tokens.BIG_FIGURE, tokens.SEMIBOLD)
        self._entries = _Line(self.tr("Bản ghi"))
        self._sealed = _Line(self.tr("Ca niêm phong"))
        self._counted = _Line(self.tr("Đã thu nhận (F1)"))
        self._pauses = _Line(self.tr("Lần dừng máy"))
        self._whole = StatusLabel(Mark.DONE, "", tokens.CELL)
        self.second = CheckBox("")
        self.second.clicked.connect(self._toggle)
        self.body.setSpacing(0)
        self.body.addSpacing(2)
        self.body.addWidget(self._seq)
        self.body.addSpacing(tokens.TIGHT)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for line in (self._entries, self._sealed, self._counted, self._pauses):
            lines.addWidget(Divider())
            lines.addWidget(line)
        lines.addWidget(Divider())
        self.body.addLayout(lines)
        self.body.addSpacing(tokens.GAP)
        self.body.addWidget(self._whole)
        self.body.addSpacing(tokens.GAP)
        self.body.addWidget(self.second)
        self.body.addStretch(1)

    def show_load(self, shown: LoadShown) -> None:
        load = shown.load
        self._seq.set_role("text" if load else "muted")
        if load is None:
            self._seq.setText(self.tr("Chưa có gì để gửi") if shown.known else self.tr("đang tính"))
            self._whole.set_status(
                Mark.RECEIVED if shown.known else Mark.OPEN,
                self.tr("Chỉ huy đã nhận đến bản ghi cuối") if shown.known else "",
            )
            for line in (self._entries, self._sealed, self._counted, self._pauses):
                line.say("", formats.DASH)
        else:
            self._say(load)
        self.second.setVisible(bool(shown.second))
        self.second.setText(self.tr("Ghi thêm bản thứ hai lên {0}").format(shown.second))
        self.second.setAccessibleName(self.second.text())
        self.second.setAccessibleDescription("Space")
        self.second.setChecked(shown.second_wanted)
        self.second.setEnabled(not shown.locked)

    def _say(self, load: Load) -> None:
        self._seq.setText(self.tr("Gói {0}").format(f"{load.seq:04d}"))
        self._entries.say(formats.span(load.first, load.last), formats.integer(load.count))
        sealed = sum(len(window.devices) for window in load.sealed)
        unsealed = self.tr("{0} ca còn mở").format(load.unsealed) if load.unsealed else ""
        about = " · ".join(part for part in (words.load(load.sealed), unsealed) if part)
        self._sealed.say(about, formats.integer(sealed))
        self._counted.say("", formats.integer(load.counted))
        self._pauses.say("", formats.integer(load.pauses))
        if not load.news:
            text = self.tr("Không có hồ sơ mới, chỉ có ghi chép xuất và nhận")
        elif load.first == 1:
            text = self.tr("Không hụt số: gửi từ bản ghi đầu tiên")
        else:
            text = self.tr("Không hụt số: nối liền sau {0} chỉ huy đã nhận").format(formats.integer(load.first - 1))
        self._whole.set_status(Mark.DONE if load.news else Mark.EVEN, text)

    def _toggle(self) -> None:
        self.second.setChecked(not self.second.isChecked())  # the presenter decides
        self.second_toggled.emit()
