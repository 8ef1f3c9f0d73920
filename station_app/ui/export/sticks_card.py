"""The sticks that are plugged in: one is chosen, strange ones are blocked until they have a name."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from station_app.ui.export import stick_contents
from station_app.ui.export.shown import FolderShown, NamingShown, StickShown, SticksShown
from ui_kit import formats, theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.label import Label
from ui_kit.option_card import OptionCard
from ui_kit.text_field import TextField

_LABEL_LENGTH = 40
_CARD = 60
_AT_LEAST, _AT_MOST = 2, 3
_RING = tokens.RING + tokens.RING_GAP
"""Room for the ring round a focused card."""


class _FieldRow(QWidget):
    """A field with its button, and below what was wrong with the last try."""

    entered = Signal(str)

    def __init__(self, name: str, button: str) -> None:
        super().__init__()
        self.field = TextField(name, height=tokens.SEGMENT)
        self.button = ActionButton(button, height=tokens.SEGMENT)
        self.sentence = Label("", tokens.CAPTION, tokens.MEDIUM, "orange_text", wrap=True)
        self.field.returnPressed.connect(self._enter)
        self.button.clicked.connect(self._enter)
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.TIGHT)
        column.addLayout(row)
        column.addWidget(self.sentence)

    def say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.field.set_wrong(bool(sentence))

    def _enter(self) -> None:
        self.entered.emit(self.field.text())


class _CardScroll(QScrollArea):
    """As high as three cards, or two where a drill's folder takes the room; further ones are scrolled to."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._cards, self._most = 0, _AT_MOST
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setWidget(page)

    def show_cards(self, cards: int, most: int) -> None:
        self._cards, self._most = cards, most
        self.setMaximumHeight(self._height_of(most))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_of(self._most))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height_of(_AT_LEAST))

    def _height_of(self, most: int) -> int:
        return min(self._cards, most) * (theme.scaled(_CARD) + tokens.GAP) - tokens.GAP + 2 * _RING


class SticksCard(Card):
    picked = Signal(int)
    named = Signal(str)
    folder_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=12, parent=parent)
        self.set_title(self.tr("USB đang cắm"))
        self.aside.setText(self.tr("phím 1–9 chọn · F5 tìm lại · Ctrl O thư mục"))
        self._empty = Label("", tokens.CELL, role="text2")
        self._cards: list[OptionCard] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(_RING, _RING, _RING, _RING)
        self._list.setSpacing(tokens.GAP)
        page = QWidget()
        page.setObjectName("page")
        page.setLayout(self._list)
        self._scroll = _CardScroll(page)
        self._contents = Label("", tokens.CAPTION, role="text2")
        self._naming = _FieldRow(self.tr("Nhãn của USB lạ"), self.tr("Đăng ký"))
        self._naming.field.setMaxLength(_LABEL_LENGTH)
        self._naming.entered.connect(self.named)
        self._folder = _FieldRow(self.tr("Thư mục thay USB"), self.tr("Chọn thư mục"))
        self._folder.entered.connect(self.folder_given)
        self._stranger = 0
        self._path: str | None = None
        self.head.setContentsMargins(_RING, _RING, _RING, 0)
        inside: tuple[QWidget, ...] = (self._empty, self._contents, self._naming, self._folder)
        for widget in inside:
            widget.setContentsMargins(_RING, 0, _RING, _RING)
        self.body.setSpacing(_RING)
        rows: tuple[QWidget, ...] = (self._empty, self._scroll, self._contents, self._naming, self._folder)
        for widget in rows:
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def fields(self) -> tuple[TextField, ...]:
        """What waits to be typed into: a label, a folder."""
        return tuple(row.field for row in (self._naming, self._folder) if row.isVisible() and row.isEnabled())

    def show_sticks(self, shown: SticksShown) -> None:
        self._empty.setVisible(not shown.sticks)
        self._empty.setText(self.tr("Đang tìm…") if shown.looking else self.tr("Cắm USB đã đăng ký."))
        while len(self._cards) < len(shown.sticks):
            self._add_card()
        for card, stick in zip(self._cards, shown.sticks, strict=False):
            self._show_stick(card, stick)
        for card in self._cards[len(shown.sticks) :]:
            card.hide()
        naming, folder = shown.naming, shown.folder
        main = next((stick for stick in shown.sticks if stick.part == "main"), None)
        self._contents.setVisible(main is not None and naming is None)  # there is room for one of them
        self._contents.setText(stick_contents.line(main) if main else "")
        self._scroll.setVisible(bool(shown.sticks))
        self._scroll.show_cards(len(shown.sticks), _AT_LEAST if folder else _AT_MOST)
        self._show_naming(naming, locked=shown.locked)
        self._show_folder(folder, locked=shown.locked)

    def _add_card(self) -> None:
        card, key = OptionCard("", icon="usb"), len(self._cards) + 1
        card.clicked.connect(lambda _=False: self._pick(card, key))
        self._cards.append(card)
        self._list.addWidget(card)

    def _pick(self, card: OptionCard, key: int) -> None:
        card.setChecked(not card.isChecked())  # which one is chosen is told by `show_sticks`
        self.picked.emit(key)

    def _show_stick(self, card: OptionCard, stick: StickShown) -> None:
        blocked = stick.state in ("stranger", "unreadable")
        aside = self.tr("trống {0}").format(formats.drive_space(stick.free))
        if blocked:
            aside = self.tr("đã chặn") if stick.state == "stranger" else ""
        card.set_words(self._title(stick), self._detail(stick), aside)
        card.set_blocked(blocked)
        card.setEnabled(stick.state == "usable")
        card.setChecked(stick.part == "main")
        card.show()

    def _title(self, stick: StickShown) -> str:
        if stick.folder:
            return self.tr("Thư mục {0}").format(stick.label or stick.volume)
        drive = f"{stick.volume} {formats.drive_space(stick.size)}"
        if stick.state == "stranger":
            return self.tr("USB lạ · {0}").format(stick.label or drive)
        return f"{stick.label} · {drive}" if stick.label else drive

    def _detail(self, stick: StickShown) -> str:
        match stick.state:
            case "stranger":
                return self.tr("chưa đăng ký, không ghi vào đây")
            case "unreadable":
                return self.tr("không đọc được, rút ra cắm lại")
            case "holds":
                return self.tr("đã có gói này")
        parts = [self.tr("thay cho USB") if stick.folder else self.tr("đã đăng ký")]
        if stick.part != "none":
            parts.append(self.tr("bản chính") if stick.part == "main" else self.tr("bản thứ hai"))
        if stick.orders.total:
            parts.append(self.tr("{0} lệnh mới").format(stick.orders.total))
        return " · ".join(parts)

    def _show_naming(self, naming: NamingShown | None, *, locked: bool) -> None:
        self._naming.setVisible(naming is not None)
        if naming is None:
            self._naming.field.clear()
            self._stranger = 0
            return
        if self._stranger not in (0, naming.key):
            self._naming.field.clear()
        self._stranger = naming.key
        self._naming.field.setPlaceholderText(self.tr("Nhãn cho {0}").format(naming.volume))
        self._naming.say(naming.sentence)
        self._naming.setEnabled(not locked)

    def _show_folder(self, folder: FolderShown | None, *, locked: bool) -> None:
        appears = folder is not None and self._folder.isHidden()
        self._folder.setVisible(folder is not None)
        if folder is None:
            self._path = None
            return
        if folder.path != self._path:
            self._path = folder.path
            self._folder.field.setText(folder.path)
        self._folder.say(folder.sentence)
        self._folder.setEnabled(not locked)
        if appears and not folder.path:  # it was asked for, to be typed into
            self._folder.field.setFocus()
