"""The proof: what was written where, how it was read back, and the slip that goes with it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from station_app.papers.stick_slip import stick_slip
from station_app.ui.columns import Columns
from station_app.ui.export.copy_card import CopyCard
from station_app.ui.export.pull_line import PullLine
from station_app.ui.export.shown import DoneShown
from station_app.ui.export.slip_paper import SlipPaper
from station_app.ui.print_button import PrintButton
from ui_kit import formats, strokes, theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.divider import Divider
from ui_kit.label import Label
from ui_kit.marks import paint_tick

_LEFT, _RIGHT = 820, 418
_TICK = 56
_NAME = 154


class _BigTick(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_TICK, _TICK)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        strokes.box(painter, QRectF(self.rect()), _TICK / 2, theme.colour("blue"))
        paint_tick(painter, QPointF(_TICK / 2, _TICK / 2), _TICK * 0.5, theme.colour("on_blue"))


class _Facts(Card):
    """Names and values, a hairline between."""

    def __init__(self) -> None:
        super().__init__(" ")
        self.set_title(self.tr("Tệp trên USB"))
        self.body.setSpacing(tokens.TIGHT)
        self._values: list[Label] = []
        names = (
            self.tr("Tên tệp"),
            self.tr("Mã kiểm (đầu)"),
            self.tr("Bản ghi"),
            self.tr("Dung lượng"),
            self.tr("Người xuất"),
        )
        for place, name in enumerate(names):
            row = QHBoxLayout()
            row.setSpacing(0)
            label = Label(name, tokens.CELL, role="text2")
            label.setFixedWidth(theme.scaled(_NAME))
            value = Label("", tokens.SECTION if place == 1 else tokens.BODY, tokens.MEDIUM, code=place < 2)
            row.addWidget(label)
            row.addWidget(value, 1)
            self.body.addWidget(Divider())
            self.body.addLayout(row)
            self._values.append(value)

    def show_facts(self, *values: str) -> None:
        for label, value in zip(self._values, values, strict=True):
            label.setText(value)


class DonePage(QWidget):
    copy_asked = Signal()
    eject_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proof = Card(accent=True)
        self._proof.set_edge("blue", 1)
        self._title = Label("", tokens.BIG_FIGURE, tokens.SEMIBOLD)
        self._how = Label("", role="text2", wrap=True)
        self._pull = PullLine()
        words = QVBoxLayout()
        words.setSpacing(tokens.GAP)
        for widget in (self._title, self._how, self._pull):
            words.addWidget(widget)
        head = QHBoxLayout()
        head.setContentsMargins(tokens.GAP, 0, 0, 0)
        head.setSpacing(20)
        head.addWidget(_BigTick(), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self._proof.body.addLayout(head)
        self._copies: list[CopyCard] = []
        self._copies_row = QHBoxLayout()
        self._copies_row.setSpacing(tokens.MARGIN)
        self._facts = _Facts()
        self._eject = ActionButton(self.tr("Tháo USB"), key="Ctrl E", primary=True, height=tokens.BIG_ACTION)
        self._eject.clicked.connect(self.eject_asked)
        self._print = PrintButton(self.tr("In phiếu"), tokens.BIG_ACTION, elsewhere=True)
        self._finish = ActionButton(self.tr("Xong, về điều độ"), key="Esc", height=tokens.BIG_ACTION)
        self._finish.clicked.connect(self.left)
        self._copy = ActionButton(self.tr("Xuất thêm bản"), key="Ctrl D", height=tokens.BIG_ACTION)
        self._copy.clicked.connect(self.copy_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.MARGIN)
        buttons.addWidget(self._eject, 3)
        buttons.addWidget(self._print, 3)
        buttons.addWidget(self._finish, 3)
        buttons.addWidget(self._copy, 3)
        note = Label(
            self.tr("Gói này giữ màu hổ phách “đã xuất, chờ biên nhận” cho tới khi nhận biên nhận của chỉ huy."),
            tokens.CELL,
            role="text2",
        )
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.MARGIN)
        column.addWidget(self._proof)
        column.addLayout(self._copies_row)
        column.addWidget(self._facts)
        column.addLayout(buttons)
        column.addWidget(note)
        column.addWidget(self._print.told)
        column.addStretch(1)
        self._paper = SlipPaper()
        preview = Card(" ", fill="sunken", title_pixels=tokens.CELL)
        preview.set_title(self.tr("Phiếu giao USB"))
        preview.aside.setText(self.tr("khổ 80 mm"))
        preview.body.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignHCenter)
        preview.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Columns(((left, _LEFT), (preview, _RIGHT))))

    def next_action(self) -> ActionButton:
        """Sticks are let go before anybody leaves."""
        return self._eject if self._eject.isEnabled() else self._finish

    def show_done(self, shown: DoneShown) -> None:
        slip = shown.slip
        self._pull.show_pull(shown.pull)
        self._eject.setEnabled(shown.pull.state in ("ready", "failed"))
        self._title.setText(self.tr("Đã xuất và kiểm tra gói {0}").format(f"{slip.seq:04d}"))
        self._how.setText(self._told(shown))
        while len(self._copies) < len(shown.copies):
            card = CopyCard()
            self._copies.append(card)
            self._copies_row.addWidget(card, 1)
        for card, copy in zip(self._copies, shown.copies, strict=False):
            card.show_copy(copy)
            card.show()
        for card in self._copies[len(shown.copies) :]:
            card.hide()
        entries = self.tr("{0} · {1} bản ghi · {2} ca niêm phong").format(
            formats.span(slip.first, slip.last), formats.integer(slip.count), shown.sealed
        )
        if shown.unsealed:
            entries += self.tr(" · {0} ca còn mở").format(shown.unsealed)
        self._facts.show_facts(
            shown.file,
            formats.code(slip.digest),
            entries,
            formats.file_size(shown.bytes),
            self.tr("{0} · ký bằng khóa trạm {1}").format(slip.giver, shown.fingerprint),
        )
        self._paper.show_slip(slip)
        self._print.set_slip(stick_slip(slip), f"phieu-usb-{slip.station}-{slip.seq:06d}")

    def print_slip(self) -> None:
        self._print.press()

    def _told(self, shown: DoneShown) -> str:
        at = formats.clock_seconds(shown.verified_at)
        how = {
            "direct": self.tr("Đọc lại thẳng từ USB, không qua bộ nhớ đệm, khớp từng byte lúc {0}."),
            "dropped": self.tr("Đọc lại từ USB sau khi bỏ bộ nhớ đệm, khớp từng byte lúc {0}."),
            "cached": self.tr("Đọc lại qua hệ điều hành, khớp từng byte lúc {0}."),
        }[shown.how].format(at)
        further = [copy for copy in shown.copies if copy.part != "main" and not copy.sentence]
        if not further:
            return how
        return (
            how + " " + (self.tr("Bản thứ hai cũng khớp.") if len(further) == 1 else self.tr("Các bản kia cũng khớp."))
        )
