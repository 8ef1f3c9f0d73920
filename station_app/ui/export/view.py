"""The export screen: sticks and load at the left, steps, actions and bundles at the right; then the proof."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.reads.day import Funnel
from station_app.ui.columns import Columns
from station_app.ui.export.bundles_card import BundlesCard
from station_app.ui.export.done_page import DonePage
from station_app.ui.export.focus_keeper import FocusKeeper
from station_app.ui.export.funnel_strip import FunnelStrip
from station_app.ui.export.load_card import LoadCard
from station_app.ui.export.received_card import ReceivedCard
from station_app.ui.export.shown import (
    BundlesShown,
    ButtonShown,
    DoneShown,
    LoadShown,
    ReceivedShown,
    SticksShown,
    TroubleShown,
    WorkShown,
)
from station_app.ui.export.steps_card import StepsCard
from station_app.ui.export.sticks_card import SticksCard
from ui_kit import tokens
from ui_kit.action_button import ActionButton
from ui_kit.inline_panel import InlinePanel
from ui_kit.page_header import PageHeader

_LEFT, _RIGHT = 420, 818


class ExportView(QWidget):
    picked = Signal(int)
    look_asked = Signal()
    named = Signal(str)
    folder_asked = Signal()
    folder_given = Signal(str)
    second_toggled = Signal()
    go_asked = Signal()
    receive_asked = Signal()
    copy_asked = Signal()
    eject_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        header = PageHeader(self.tr("Xuất USB"), self.tr("Gói ký số và mã hóa gửi chỉ huy"))
        self._funnel = FunnelStrip()
        header.controls.addWidget(self._funnel)
        self._sticks, self._load = SticksCard(), LoadCard()
        self._steps, self._received, self._bundles = StepsCard(), ReceivedCard(), BundlesCard()
        self._failed, self._stopped = InlinePanel("error", "", " "), InlinePanel("notice", "", " ")
        self._go = ActionButton("", key="Ctrl Enter", primary=True, height=tokens.BIG_ACTION, pixels=tokens.PERSON)
        self._receive = ActionButton(self.tr("Nhận lệnh từ USB"), key="Ctrl R", height=tokens.BIG_ACTION, pixels=14)
        self._stop = ActionButton(self.tr("Dừng, bỏ gói dở"), key="Esc", height=tokens.BIG_ACTION, pixels=14)
        self._done = DonePage()
        self._done.hide()
        self._working = self._work_page()
        page = QVBoxLayout(self)
        page.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.MARGIN)
        page.setSpacing(0)
        page.addWidget(header)
        page.addWidget(self._working, 1)
        page.addWidget(self._done, 1)
        self._connect()
        self._running = False
        self._focus = FocusKeeper(self, self._next_action)
        self.setFocusProxy(self._go)

    def show_sticks(self, shown: SticksShown) -> None:
        with self._focus.changing():
            self._sticks.show_sticks(shown)

    def show_load(self, shown: LoadShown) -> None:
        with self._focus.changing():
            self._load.show_load(shown)

    def show_funnel(self, funnel: Funnel) -> None:
        self._funnel.show_funnel(funnel)

    def show_bundles(self, shown: BundlesShown) -> None:
        with self._focus.changing():
            self._bundles.show_bundles(shown)

    def show_button(self, shown: ButtonShown) -> None:
        with self._focus.changing():
            self._show_buttons(shown)

    def show_work(self, shown: WorkShown) -> None:
        self._steps.show_work(shown)

    def show_trouble(self, shown: TroubleShown | None) -> None:
        self._failed.setVisible(shown is not None and not shown.stopped)
        self._stopped.setVisible(shown is not None and shown.stopped)
        if shown is None:
            return
        text = shown.sentence
        if shown.skipped is not None:
            text += " " + self.tr("Số {0} bỏ qua, không dùng lại.").format(f"{shown.skipped:04d}")
        if shown.stopped:
            self._stopped.set_words(self.tr("Đã dừng"), text)
        else:
            self._failed.set_words(self.tr("Chưa xong"), text)

    def show_received(self, shown: ReceivedShown | None) -> None:
        with self._focus.changing():
            self._steps.setVisible(shown is None)
            self._received.setVisible(shown is not None)
        if shown is not None:
            self._received.show_received(shown)

    def show_done(self, shown: DoneShown | None) -> None:
        if shown is not None:
            with self._focus.changing():
                self._done.show_done(shown)
        if self._done.isHidden() == (shown is None):
            return
        self._done.setVisible(shown is not None)
        self._working.setVisible(shown is None)
        self._focus.move()

    def _show_buttons(self, shown: ButtonShown) -> None:
        running = shown.mode == "running"
        self._go.set_text(self._button_words(shown))
        self._go.setEnabled(running or not shown.hindrance)
        if running:
            detail = (
                self.tr("đang dừng…") if shown.stopping else self.tr("bước {0} / {1}").format(shown.place, shown.of)
            )
            self._go.set_progress(shown.share, detail)
        else:
            self._go.set_progress(None)
        self._receive.setEnabled(shown.hindrance not in ("no_stick", "no_usable", "looking", "receiving"))
        self._stop.setEnabled(not shown.stopping)
        self._turn(running=running, copying=shown.mode == "copy")

    def _button_words(self, shown: ButtonShown) -> str:
        hindrances = {
            "looking": self.tr("Đang tìm USB…"),
            "receiving": self.tr("Đang nhận lệnh…"),
            "no_stick": self.tr("Cắm USB để xuất"),
            "no_usable": self.tr("Đăng ký USB trước") if shown.mode != "copy" else self.tr("Cắm thêm một USB"),
            "no_trust": self.tr("Chưa có bộ khóa tin cậy của chỉ huy"),
            "nothing": self.tr("Chưa có gì để gửi"),
        }
        if shown.hindrance:
            return hindrances[shown.hindrance]
        if shown.mode == "retry":
            return self.tr("Thử lại")
        return self.tr("Chép và kiểm tra") if shown.mode == "copy" else self.tr("Xuất và kiểm tra")

    def _turn(self, *, running: bool, copying: bool) -> None:
        """The second button stops the work, leaves the copying, or receives."""
        self._stop.set_text(self.tr("Dừng, bỏ gói dở") if running else self.tr("Thôi, về kết quả"))
        self._stop.setVisible(running or copying)
        self._receive.setVisible(not (running or copying))
        turned, self._running = running != self._running, running
        if turned:
            self._focus.move()

    def _next_action(self) -> QWidget | None:
        if not self._done.isHidden():
            return self._done.next_action()
        actions = [self._stop] if self._running else [self._go, *self._sticks.fields()]
        return next((action for action in actions if action.isEnabled()), None)

    def _work_page(self) -> QWidget:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.MARGIN)
        column.addWidget(self._sticks)
        column.addWidget(self._load, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.MARGIN)
        buttons.addWidget(self._go, 1)
        buttons.addWidget(self._receive)
        buttons.addWidget(self._stop)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.MARGIN)
        column.addWidget(self._steps)
        column.addWidget(self._received)
        for panel in (self._failed, self._stopped):
            column.addWidget(panel)
            panel.hide()
        column.addLayout(buttons)
        column.addWidget(self._bundles, 1)
        self._received.hide()
        self._stop.hide()
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Columns(((left, _LEFT), (right, _RIGHT))))
        return page

    def _connect(self) -> None:
        self._sticks.picked.connect(self.picked)
        self._sticks.named.connect(self.named)
        self._sticks.folder_given.connect(self.folder_given)
        self._load.second_toggled.connect(self.second_toggled)
        self._go.clicked.connect(self.go_asked)
        self._receive.clicked.connect(self.receive_asked)
        self._stop.clicked.connect(self.left)
        self._done.left.connect(self.left)
        self._done.copy_asked.connect(self.copy_asked)
        self._done.eject_asked.connect(self.eject_asked)
        # A key works wherever the focus is while its part of the screen is in view.
        for keys, part, signal in (
            ("Ctrl+Return", self._working, self.go_asked),
            ("Ctrl+Enter", self._working, self.go_asked),
            ("Ctrl+R", self._working, self.receive_asked),
            ("F5", self._working, self.look_asked),
            ("Ctrl+O", self._working, self.folder_asked),
            ("Ctrl+D", self._done, self.copy_asked),
            ("Ctrl+E", self._done, self.eject_asked),
            ("Ctrl+P", self._done, self._done.print_slip),
            ("Esc", self, self.left),
        ):
            QShortcut(QKeySequence(keys), part).activated.connect(signal)
        for digit in range(1, 10):
            key = QShortcut(QKeySequence(str(digit)), self._working)
            key.activated.connect(lambda digit=digit: self.picked.emit(digit))
        space = QShortcut(QKeySequence("Space"), self._working, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        space.activated.connect(self.second_toggled)
