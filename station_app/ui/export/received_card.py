"""What the command sent on a stick, document by document, in place of the steps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from station_app.ui.export.shown import DocumentShown, ReceivedShown
from ui_kit import formats, tokens
from ui_kit.card import Card
from ui_kit.key_cap import KeyCap
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.status_label import StatusLabel

_HEIGHT = 264
"""That of the five steps in whose place it stands."""


class ReceivedCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self.head.addWidget(KeyCap("Esc"))
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._lines = QWidget()
        self._lines.setObjectName("page")
        holder = QVBoxLayout(self._lines)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(self._rows)
        holder.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Các lệnh đã đọc"))
        scroll.setWidget(self._lines)
        self._mark = StatusLabel(Mark.RECEIVED, "", tokens.CELL)
        self.body.addWidget(self._mark)
        self.body.addWidget(scroll, 1)
        self._shown: ReceivedShown | None = None
        self.setMinimumHeight(_HEIGHT)

    def show_received(self, shown: ReceivedShown) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        title = self.tr("Lệnh trên {0}, chưa nhận") if shown.offered else self.tr("Nhận lệnh từ {0}")
        self.set_title(title.format(shown.stick))
        self._mark.setVisible(not shown.sentence)
        self._mark.set_status(*self._mark_words(shown))
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if shown.sentence:
            self._add(Mark.BEHIND, self.tr("Không đọc được USB"), shown.sentence)
        elif not shown.documents:
            self._add(Mark.EVEN, self.tr("Không có lệnh mới cho điểm này"), "")
        for document in shown.documents:
            self._add(*(self._offered_words(document) if shown.offered else self._words(document)))

    def _add(self, mark: Mark, title: str, sentence: str) -> None:
        self._rows.addWidget(StatusLabel(mark, title, tokens.BODY, tokens.SEMIBOLD, column=24))
        if sentence:
            label = Label(sentence, tokens.CELL, role="text2", wrap=True)
            label.setContentsMargins(24, 0, 0, 0)
            row = QWidget()
            inside = QVBoxLayout(row)
            inside.setContentsMargins(24, 0, 0, 4)
            inside.addWidget(label)
            label.setContentsMargins(0, 0, 0, 0)
            self._rows.addWidget(row)

    def _mark_words(self, shown: ReceivedShown) -> tuple[Mark, str]:
        mark = formats.integer(shown.mark)
        if shown.offered:
            return self._offered_mark(shown)
        if shown.mark > shown.mark_before:
            return Mark.RECEIVED, self.tr("Chỉ huy đã nhận đến bản ghi {0}").format(mark)
        if shown.mark < shown.mark_before:
            return Mark.WAITING, self.tr("Chỉ huy còn thiếu: gửi lại từ bản ghi {0}").format(
                formats.integer(shown.mark + 1)
            )
        return Mark.EVEN, self.tr("Mốc đã nhận không đổi: bản ghi {0}").format(mark)

    def _offered_mark(self, shown: ReceivedShown) -> tuple[Mark, str]:
        if shown.mark > shown.mark_before:
            words = self.tr("Nhận vào (Ctrl+R) thì chỉ huy đã nhận đến bản ghi {0}")
            return Mark.WAITING, words.format(formats.integer(shown.mark))
        if shown.mark < shown.mark_before:
            words = self.tr("Nhận vào (Ctrl+R) thì phải gửi lại từ bản ghi {0}")
            return Mark.WAITING, words.format(formats.integer(shown.mark + 1))
        return Mark.EVEN, self.tr("Nhận vào (Ctrl+R) thì mốc đã nhận không đổi: bản ghi {0}").format(
            formats.integer(shown.mark)
        )

    def _offered_words(self, document: DocumentShown) -> tuple[Mark, str, str]:
        match document.kind:
            case "receipt":
                through = self.tr("Chỉ huy giữ đến bản ghi {0}.").format(formats.integer(document.through))
                return Mark.OPEN, self.tr("Biên nhận {0}").format(document.number), through
            case "refused":
                return Mark.BEHIND, self.tr("{0}: sẽ bị từ chối").format(document.name), document.sentence
            case "plan":
                return Mark.OPEN, self.tr("Kế hoạch phiên bản {0}").format(document.number), ""
            case "trust":
                return Mark.OPEN, self.tr("Bộ khóa tin cậy phiên bản {0}").format(document.number), ""
        return self._words(document)

    def _words(self, document: DocumentShown) -> tuple[Mark, str, str]:
        match document.kind:
            case "receipt":
                title = self.tr("Biên nhận {0}: đã nhận").format(document.number)
                through = self.tr("Chỉ huy giữ đến bản ghi {0}.").format(formats.integer(document.through))
                return Mark.RECEIVED, title, through
            case "old_receipts":
                return Mark.EVEN, self.tr("{0} biên nhận cũ: không đổi gì").format(document.number), ""
            case "refused":
                return Mark.BEHIND, self.tr("{0}: từ chối").format(document.name), document.sentence
            case "plan":
                return Mark.DONE, self.tr("Kế hoạch phiên bản {0}: đã nhận").format(document.number), ""
            case "trust":
                return Mark.DONE, self.tr("Bộ khóa tin cậy phiên bản {0}: đã nhận").format(document.number), ""
        return Mark.DONE, self.tr("Giấy đăng ký trạm: đã nhận"), ""
