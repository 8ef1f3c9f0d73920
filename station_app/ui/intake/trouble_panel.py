"""In place of the person: a scan that was none, or a write that failed."""

from __future__ import annotations

from station_app.ui.intake.shown import BadScan, NotSaved
from ui_kit import formats
from ui_kit.inline_panel import InlinePanel


class TroublePanel(InlinePanel):
    def __init__(self) -> None:
        super().__init__("error", " ", " ", icon="warning")

    def show_trouble(self, shown: BadScan | NotSaved) -> None:
        title = (
            self.tr("Chưa đọc được mã vừa quét")
            if isinstance(shown, BadScan)
            else self.tr("Chưa ghi được hồ sơ {0}").format(formats.masked(shown.last_digits))
        )
        self.set_words(title, shown.sentence, self.tr("chưa ghi gì"))
