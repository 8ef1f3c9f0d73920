"""Whether the sticks may be pulled: blue once the system has let them go, amber where it has not."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.ui.export.shown import PullShown
from ui_kit.inline_panel import InlinePanel


class PullLine(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._good = InlinePanel("good", "", " ", edge=False)
        self._amber = InlinePanel("notice", "", " ", edge=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for panel in (self._good, self._amber):
            column.addWidget(panel)
            panel.hide()

    def show_pull(self, shown: PullShown) -> None:
        title, text, aside = self._words(shown)
        amber = shown.state in ("ready", "ejecting", "failed")
        panel, other = (self._amber, self._good) if amber else (self._good, self._amber)
        panel.set_words(title, text, aside)
        other.hide()
        panel.show()

    def _words(self, shown: PullShown) -> tuple[str, str, str]:
        safe = self.tr("Rút được cả hai USB an toàn") if shown.sticks == 2 else self.tr("Rút được USB an toàn")
        match shown.state:
            case "folder":
                return self.tr("Thư mục thay USB: không có ổ nào để tháo"), "", ""
            case "ejecting":
                return self.tr("Đang tháo ổ, đừng rút…"), "", ""
            case "ejected":
                return safe, "", self.tr("hệ điều hành đã tháo ổ")
            case "failed":
                return self.tr("Chưa rút được"), shown.sentence, ""
        return self.tr("Dữ liệu đã nằm hết trên USB; chưa rút, tháo ổ trước"), "", ""
