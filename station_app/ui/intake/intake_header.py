"""The head of the intake screen: device, shift, crew, and what is left of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from station_app.ui import worded
from station_app.ui.intake.shown_beside import HeaderShown
from ui_kit import formats, strokes, tokens
from ui_kit.label import Label
from ui_kit.page_header import PageHeader


class IntakeHeader(PageHeader):
    def __init__(self) -> None:
        super().__init__(self.tr("Ghi hồ sơ"), " ")
        self._left = Label("", tokens.CAPTION, tokens.MEDIUM, "text2", align=strokes.RIGHT)
        self._left.setContentsMargins(0, 0, 0, 9)
        self.controls.addWidget(self._left, 0, Qt.AlignmentFlag.AlignBottom)

    def show_header(self, shown: HeaderShown) -> None:
        parts = [shown.device]
        if shown.shift:
            parts.append(shown.shift)
        if shown.starts_at and shown.ends_at:
            parts[-1] += f" {formats.clock_span(shown.starts_at, shown.ends_at)}"
        if shown.crew:
            main, *others = shown.crew
            crew = [self.tr("máy chính {0}").format(main)]
            if others:
                crew.append(self.tr("máy phụ {0}").format(", ".join(others)))
            parts.append(", ".join(crew))
        self.set_words(self.tr("Ghi hồ sơ"), " · ".join(parts))
        left = shown.minutes_left
        if left is None or shown.ends_at is None:
            self._left.setText("")
        elif left >= 0:
            self._left.setText(self.tr("còn {0} đến {1}").format(worded.duration(left), formats.clock(shown.ends_at)))
        else:
            self._left.setText(self.tr("quá {0} từ {1}").format(worded.duration(-left), formats.clock(shown.ends_at)))
        self._left.set_role("amber" if left is not None and left < 0 else "text2")
