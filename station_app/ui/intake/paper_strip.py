"""Paper catch-up is on: with the hour in which what is logged now happened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from station_app.ui.intake.shown import PaperShown
from ui_kit import theme
from ui_kit.action_button import ActionButton
from ui_kit.inline_panel import InlinePanel
from ui_kit.text_field import TextField

_HEIGHT = 32
_WIDTH = 84


class PaperStrip(InlinePanel):
    """``typed`` [text], ``ended``: Enter in the hour, ``left``: the catching up is over."""

    typed = Signal(str)
    ended = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__("notice", " ", " ", icon="report", strip=True)
        self.set_words(self.tr("Đang ghi bù từ giấy."), self.tr("Hồ sơ được tính vào giờ trên tờ khai:"))
        self.hour = TextField(self.tr("Giờ trên tờ khai"), placeholder=self.tr("giờ:phút"), height=_HEIGHT)
        self.hour.setFixedWidth(theme.scaled(_WIDTH))
        self.hour.textEdited.connect(self.typed)
        self.hour.returnPressed.connect(self.ended)
        leave = ActionButton(self.tr("Thôi ghi bù"), key="Ctrl B", height=_HEIGHT)
        leave.clicked.connect(self.left)
        self.row.insertWidget(self.row.indexOf(self.text) + 1, self.hour)
        self.row.addWidget(leave)
        self.setAccessibleName(self.tr("Ghi bù từ giấy"))
        self.hide()

    @property
    def has_hour_focus(self) -> bool:
        """There, and only there, Esc and Ctrl+B leave."""
        return self.hour.hasFocus()

    def show_paper(self, shown: PaperShown | None) -> None:
        self.setVisible(shown is not None)
        self.hour.setFixedWidth(theme.scaled(_WIDTH))
        self.hour.set_wrong(shown is not None and shown.wrong)

    def focus_hour(self) -> None:
        """The whole hour is chosen: what is typed replaces it."""
        self.hour.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hour.selectAll()
