"""The report as it will be printed, and beside it the day, what to look at before printing, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from paper.html import as_html, style
from paper.printer import print_paper
from paper.table import Paper
from station_app.ui.report.shown import SAVED_AS, Before, HandedIn, ReportShown
from ui_kit import formats, strokes, theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.divider import Divider
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.page_header import PageHeader
from ui_kit.segmented_control import SegmentedControl
from ui_kit.status_label import StatusLabel
from ui_kit.text_field import TextField

_SIDE = 368
_ARROW = 48
_POINTS_AN_INCH = 72
_PAPER, _EDGE = 760, 2
"""Pixels of the narrowest paper at 100 %, and of what it keeps free."""


class ReportView(QWidget):
    moved = Signal(int)
    report_chosen = Signal(int)
    moment_chosen = Signal(int)
    save_asked = Signal(str)
    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = PageHeader(self.tr("Báo cáo"))
        self._late = Label(self.tr("đang tính"), tokens.CELL, tokens.MEDIUM, "muted")
        self._late.hide()
        self._header.controls.addWidget(self._late)
        self._trouble = InlinePanel("error", self.tr("Chưa lập được báo cáo"), " ")
        self._trouble.hide()
        self._sheet = _Sheet(self.tr("Báo cáo sẽ in"))
        paper = Card(padding=0)
        paper.body.addWidget(self._sheet)
        side = QScrollArea()
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setWidget(self._made_side())
        side.setFixedWidth(theme.scaled(_SIDE))
        row = QHBoxLayout()
        row.setSpacing(tokens.MARGIN)
        row.addWidget(paper, 1)
        row.addWidget(side)
        page = QVBoxLayout(self)
        page.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.MARGIN)
        page.setSpacing(tokens.GAP)
        page.addWidget(self._header)
        page.addWidget(self._trouble)
        page.addLayout(row, 1)
        for keys, days in (("Alt+Left", -1), ("Alt+Right", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda days=days: self.moved.emit(days))
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_asked)
        self.setFocusProxy(self._print)

    def folder(self) -> str:
        return self._folder.text().strip()

    def show_report(self, shown: ReportShown) -> None:
        self._trouble.hide()
        self._handed_in.hide()
        self._header.set_words(
            self.tr("Báo cáo"),
            self.tr("Ngày {0} · số liệu tính đến {1} {2}").format(
                formats.date(shown.day), formats.clock(shown.moment), formats.date(shown.moment.date())
            ),
        )
        self._day.setText(f"{formats.short_weekday(shown.day)} {formats.date(shown.day)}")
        self._next.setEnabled(shown.later)
        self._sheet.show_paper(shown.paper)
        self._show_before(shown.before)
        for button in (self._print, *self._save.values()):
            button.setEnabled(shown.before.agrees)

    def show_late(self, late: bool) -> None:
        self._late.setVisible(late)

    def show_refusal(self, words: str) -> None:
        self._trouble.set_words(self.tr("Chưa lập được báo cáo"), words)
        self._trouble.show()

    def show_handed_in(self, handed_in: HandedIn) -> None:
        match handed_in.what:
            case "saved":
                mark, words = Mark.DONE, self.tr("Đã lưu {0}").format(handed_in.words)
            case "printed":
                mark, words = Mark.DONE, self.tr("Đã gửi đến máy in")
            case "no_printer":
                mark, words = Mark.BEHIND, self.tr("Không thấy máy in: lưu PDF rồi in ở máy khác")
            case _:
                mark, words = Mark.BEHIND, handed_in.words
        self._handed_in.set_status(mark, self.tr("Đã lưu") if handed_in.what == "saved" else words)
        self._where.setText(handed_in.words if handed_in.what == "saved" else "")
        self._where.setVisible(handed_in.what == "saved")
        self._handed_in.setAccessibleName(words)
        self._handed_in.show()

    def print_paper(self, paper: Paper) -> bool:
        return print_paper(paper)

    def _made_side(self) -> QWidget:
        side = Card()
        side.body.setSpacing(tokens.GAP)
        side.body.addWidget(Label(self.tr("Kỳ báo cáo"), tokens.SECTION, tokens.SEMIBOLD))
        self._previous = ActionButton("‹", height=tokens.SEGMENT)
        self._previous.setAccessibleName(self.tr("Ngày trước"))
        self._next = ActionButton("›", height=tokens.SEGMENT)
        self._next.setAccessibleName(self.tr("Ngày sau"))
        for arrow, days in ((self._previous, -1), (self._next, 1)):
            arrow.setFixedWidth(theme.scaled(_ARROW))
            arrow.clicked.connect(lambda _=False, days=days: self.moved.emit(days))
        self._day = Label("", tokens.BODY, tokens.SEMIBOLD, align=strokes.CENTRE)
        period = QHBoxLayout()
        for widget, stretch in ((self._previous, 0), (self._day, 1), (self._next, 0)):
            period.addWidget(widget, stretch)
        side.body.addLayout(period)
        report = SegmentedControl((self.tr("Theo ngày"), self.tr("Sổ ca")), self.tr("Loại báo cáo"))
        report.changed.connect(self.report_chosen)
        moment = SegmentedControl((self.tr("Đến bây giờ"), self.tr("Đến 02:00")), self.tr("Thời điểm số liệu"))
        moment.changed.connect(self.moment_chosen)
        side.body.addWidget(report)
        side.body.addWidget(moment)
        side.body.addWidget(Divider())
        side.body.addWidget(Label(self.tr("Trước khi in"), tokens.SECTION, tokens.SEMIBOLD))
        self._before = [StatusLabel(Mark.DONE, "", tokens.BODY, column=24) for _ in range(3)]
        for line in self._before:
            side.body.addWidget(line)
        side.body.addStretch(1)
        side.body.addWidget(Divider())
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        side.body.addWidget(Label(self.tr("Lưu vào thư mục"), tokens.CAPTION, role="muted"))
        self._folder = TextField(self.tr("Lưu vào thư mục"))
        self._folder.setText(documents)
        side.body.addWidget(self._folder)
        self._save = {kind: ActionButton(kind.upper(), height=tokens.SEGMENT) for kind in SAVED_AS}
        files = QHBoxLayout()
        for kind, button in self._save.items():
            button.setAccessibleName(self.tr("Lưu {0}").format(kind.upper()))
            button.clicked.connect(lambda _=False, kind=kind: self.save_asked.emit(kind))
            files.addWidget(button, 1)
        side.body.addLayout(files)
        self._handed_in = StatusLabel(Mark.DONE, "", tokens.CELL)
        self._handed_in.hide()
        self._where = Label("", tokens.CAPTION, role="text2", wrap=True)
        self._where.hide()
        side.body.addWidget(self._handed_in)
        side.body.addWidget(self._where)
        self._print = ActionButton(
            self.tr("In báo cáo"), key="Ctrl P", icon="printer", primary=True, height=tokens.BIG_ACTION
        )
        self._print.clicked.connect(self.print_asked)
        side.body.addWidget(self._print)
        return side

    def _show_before(self, before: Before) -> None:
        sealed, agrees, final = self._before
        words = self.tr("{0} / {1} ca đã niêm phong").format(before.sealed, before.opened)
        sealed.set_status(Mark.DONE if before.sealed == before.opened else Mark.WAITING, words)
        if before.agrees:
            words = self.tr("Tổng khớp sổ ghi: {0} hồ sơ").format(formats.integer(before.counted))
            agrees.set_status(Mark.DONE, words)
        else:
            agrees.set_status(Mark.BEHIND, self.tr("Tổng không khớp sổ ghi: chưa được in"))
        if before.final:
            final.set_status(Mark.DONE, self.tr("Số chính thức"))
        else:
            final.set_status(Mark.WAITING, self.tr("Số tạm: ngày chưa khép lúc 04:00"))


class _Sheet(QTextBrowser):
    """White in both themes: it is paper."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.white)
        palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        self.setPalette(palette)
        self.setStyleSheet("QTextBrowser { background: white; color: black; padding: 16px; }")
        font = theme.font(tokens.CAPTION, tokens.REGULAR)
        points = font.pixelSize() * _POINTS_AN_INCH / self.logicalDpiY()
        self.document().setDefaultFont(font)
        self.document().setDefaultStyleSheet(style(font.family(), points))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A paper isn't squeezed: with large text it is wider than there is room, and moves sideways."""
        super().resizeEvent(event)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(max(self.viewport().width() - _EDGE, theme.scaled(_PAPER)))

    def show_paper(self, paper: Paper) -> None:
        place = self.verticalScrollBar().value()
        self.setHtml(as_html(paper))
        self.verticalScrollBar().setValue(place)
