"""The last bundles: when each went, when its receipt came, and how old it is without one."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from station_app.services.show_trail import TrailStep
from station_app.ui import worded
from station_app.ui.export import words
from station_app.ui.export.shown import BundleShown, BundlesShown
from ui_kit import formats, strokes, tokens
from ui_kit.card import Card
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.table import Table
from ui_kit.table_cells import Cell, Column, Row, RowsModel, RowTone
from ui_kit.tokens import Role

_MARKS = {
    "running": Mark.OPEN,
    "received": Mark.RECEIVED,
    "waiting": Mark.WAITING,
    "amber": Mark.WAITING,
    "orange": Mark.BEHIND,
    "quiet": Mark.EVEN,
    "skipped": Mark.EVEN,
}
_TONES = {"amber": RowTone.LATE, "orange": RowTone.ALARM}


class BundlesCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self.set_title(self.tr("Biên nhận gần đây"))
        self.head.setContentsMargins(tokens.MARGIN - 1, 10, tokens.MARGIN - 1, 0)
        self.body.setContentsMargins(1, 0, 1, 6)
        self.body.setSpacing(0)
        self._model = RowsModel(
            (
                Column(self.tr("Gói"), 58),
                Column(self.tr("Ca"), 150, gap=8),
                Column(self.tr("Thu nhận"), 56, strokes.RIGHT),
                Column("", 30),
                Column(self.tr("Xuất lúc"), 92),
                Column(self.tr("Biên nhận"), 92),
                Column(self.tr("Tuổi, tình trạng"), 0),
            )
        )
        self._table = Table(self.tr("Biên nhận gần đây"), self._model, row_height=26)
        self._empty = Label(self.tr("Chưa xuất gói nào."), tokens.CELL, role="text2")
        self._empty.setContentsMargins(tokens.MARGIN - 1, tokens.GAP, tokens.MARGIN - 1, tokens.GAP)
        self._trail = Label("", tokens.CAPTION, role="text2")
        self._trail.setContentsMargins(tokens.MARGIN - 1, tokens.TIGHT, tokens.MARGIN - 1, 0)
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._show_trail())
        self._shown: BundlesShown | None = None
        self.body.addWidget(self._table, 1)
        self.body.addWidget(self._trail)
        self.body.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)
        self._empty.hide()

    def show_bundles(self, shown: BundlesShown) -> None:
        self.aside.setText(
            self.tr("hổ phách sau {0} giờ · cam sau {1} giờ").format(shown.amber_hours, shown.orange_hours)
        )
        self._model.set_rows([self._row(bundle, shown.now) for bundle in shown.bundles])
        self._table.setVisible(bool(shown.bundles))
        self._empty.setVisible(not shown.bundles)
        self._shown = shown
        self._show_trail()

    def _show_trail(self) -> None:
        """Of the row under the cursor, else of the newest that has left."""
        if self._shown is None:
            return
        row, bundles = self._table.currentIndex().row(), self._shown.bundles
        told = [bundle for bundle in bundles if bundle.trail]
        bundle = bundles[row] if 0 <= row < len(bundles) else next(iter(told), None)
        self._trail.setVisible(bool(told))
        self._trail.setText(self._trail_of(bundle, self._shown.now) if bundle else "")

    def _trail_of(self, bundle: BundleShown, now: datetime) -> str:
        """`Gói 0078: ghi 13:05 lên USB số 03, đọc lại 13:06 · Phạm Đức Lương; nhận biên nhận 16:02 · Lê Thu Hạnh`."""
        acts: list[tuple[str, list[str]]] = []
        for step in bundle.trail:
            words = self._step_words(step).format(self._moment(step.at, now), step.place)
            if not acts or acts[-1][0] != step.by:
                acts.append((step.by, []))
            acts[-1][1].append(words)
        told = "; ".join(f"{', '.join(words)} · {by}" for by, words in acts)
        return self.tr("Gói {0}: {1}").format(f"{bundle.seq:04d}", told or self.tr("đang xuất"))

    def _step_words(self, step: TrailStep) -> str:
        if step.what == "received":
            return self.tr("nhận biên nhận {0}")
        if step.what == "written":
            return self.tr("ghi {0} lên {1}") if step.place else self.tr("ghi {0}")
        return self.tr("đọc lại {0} từ {1}") if step.place else self.tr("đọc lại {0}")

    def _row(self, bundle: BundleShown, now: datetime) -> Row:
        mark = _MARKS[bundle.state]
        late = bundle.state in ("amber", "orange")
        received = self._moment(bundle.received_at, now) if bundle.received_at else self.tr("chưa có")
        quiet: Role = "text2"
        cells = (
            Cell(f"{bundle.seq:04d}", weight=tokens.SEMIBOLD),
            Cell(words.windows(bundle.sealed) or self.tr("chưa niêm phong"), role=None if bundle.sealed else quiet),
            Cell(formats.integer(bundle.counted)),
            Cell(),
            Cell(self._moment(bundle.exported_at, now) if bundle.exported_at else self.tr("đang xuất"), role=quiet),
            Cell(formats.DASH if bundle.state in ("running", "skipped") else received),
            Cell(self._state(bundle), mark=mark, weight=tokens.SEMIBOLD if late else tokens.MEDIUM),
        )
        return Row(cells, _TONES.get(bundle.state, RowTone.PLAIN), bundle.seq)

    def _state(self, bundle: BundleShown) -> str:
        age = worded.duration(bundle.minutes)
        match bundle.state:
            case "running":
                return self.tr("chưa tính tuổi")
            case "received":
                told = self.tr("đã nhận sau {0}").format(age)
                return told + self.tr(" · giữ lại {0}").format(bundle.withheld) if bundle.withheld else told
            case "skipped":
                return self.tr("không kiểm tra được · bỏ số này")
            case "quiet":
                return self.tr("không có hồ sơ · không tính tuổi")
            case "orange":
                return self.tr("chờ {0} · gửi lại trong gói tới").format(age)
        return self.tr("chờ {0}").format(age)

    def _moment(self, moment: datetime, now: datetime) -> str:
        """Only the time, for today."""
        clock = formats.clock(moment)
        return clock if moment.date() == now.date() else f"{formats.short_date(moment)} {clock}"
