"""The export screen as people see it: pictures, the slip with its QR code, short words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from paper.slip import Slip
from station_app.papers.stick_slip import stick_slip
from station_app.services.show_export import SealedWindow
from station_app.ui import print_button
from station_app.ui.export import words
from station_app.ui.export.shown import PullShown
from station_app.ui.export.slip_paper import SlipPaper, qr_cells
from station_app.ui.export.view import ExportView
from tests.golden import assert_golden
from tests.station_app import export_specimens as specimens
from tests.station_app.export_window import framed
from ui_kit import theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.status_label import StatusLabel
from ui_kit.table import Table

pytestmark = pytest.mark.usefixtures("application")

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ExportView]:
    with framed(qtbot) as view:
        yield view


def settle() -> None:
    """A layout that wraps and scrolls finds its sizes in a few rounds."""
    for _ in range(20):
        QApplication.processEvents()


@pytest.mark.parametrize("dark", [False, True], ids=["", "dark"])
def test_running_looks_as_drawn(view: ExportView, application: QApplication, dark: bool) -> None:
    theme.apply(application, dark=dark)
    specimens.show_running(view)
    settle()
    assert_golden(view, GOLDEN / f"export_running{'_dark' if dark else ''}.png")


def test_a_failed_step_looks_as_drawn(view: ExportView) -> None:
    specimens.show_failed(view)
    settle()
    assert_golden(view, GOLDEN / "export_failed.png")


def test_the_proof_looks_as_drawn(view: ExportView) -> None:
    specimens.show(view)
    view.show_done(specimens.DONE)
    settle()
    assert_golden(view, GOLDEN / "export_done.png")


def test_everything_fits_in_the_window_without_scrolling(view: ExportView) -> None:
    for show in (specimens.show_running, specimens.show_failed, specimens.show_received, specimens.show_empty):
        show(view)
        settle()
        assert (show, view.height()) == (show, 664)
        view.show_received(None)
    view.show_done(replace(specimens.DONE, slip=replace(specimens.SLIP, drill=True)))
    settle()
    assert view.height() == 664


def test_the_line_below_follows_the_row_that_is_looked_at(view: ExportView) -> None:
    specimens.show_running(view)
    settle()
    (table,) = view.findChildren(Table)

    def told() -> list[str]:
        return [label.text() for label in view.findChildren(Label) if label.text().startswith("Gói 00")]

    written = "ghi 13:05 lên USB số 03, đọc lại 13:05 từ USB số 03, đọc lại 13:06 từ USB số 05"
    assert told() == ["Gói 0079", f"Gói 0078: {written} · Phạm Đức Lương"]
    table.setFocus()
    for _ in range(4):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert told()[1].startswith("Gói 0075: ghi 07/04 12:51 lên USB số 03, ")
    assert told()[1].endswith(" · Phạm Đức Lương; nhận biên nhận 07/04 18:05 · Lê Thu Hạnh")
    table.setCurrentIndex(table.model().index(0, 0))
    assert told()[1] == "Gói 0079: đang xuất"


def test_sticks_may_be_pulled_once_the_system_says_so(view: ExportView) -> None:
    specimens.show(view)

    def told() -> list[tuple[str, str]]:
        panels = [panel for panel in view.findChildren(InlinePanel) if panel.isVisible()]
        return [(panel.title.text(), panel.aside.text()) for panel in panels]

    safe = "hệ điều hành đã tháo ổ"
    for pull, title, aside in (
        (PullShown("ready", 1, ""), "Dữ liệu đã nằm hết trên USB; chưa rút, tháo ổ trước", ""),
        (PullShown("ejecting", 2, ""), "Đang tháo ổ, đừng rút…", ""),
        (PullShown("failed", 2, "USB đang dùng."), "Chưa rút được", ""),
        (PullShown("ejected", 1, ""), "Rút được USB an toàn", safe),
        (PullShown("ejected", 2, ""), "Rút được cả hai USB an toàn", safe),
        (PullShown("folder", 0, ""), "Thư mục thay USB: không có ổ nào để tháo", ""),
    ):
        view.show_done(replace(specimens.DONE, pull=pull))
        assert told() == [(title, aside)]
        button = next(found for found in view.findChildren(ActionButton) if found.text() == "Tháo USB")
        assert button.isEnabled() == (pull.state in ("ready", "failed"))


def test_the_qr_code_on_the_slip_is_the_one_of_its_text(qtbot: QtBot) -> None:
    paper = SlipPaper()
    qtbot.addWidget(paper)
    paper.show_slip(specimens.SLIP)
    paper.resize(paper.sizeHint())
    image = paper.grab().toImage()
    cells = qr_cells(specimens.SLIP.qr)
    side = 192 // (len(cells) + 8)

    def is_dark(x: int, y: int) -> bool:
        return image.pixelColor(x, y).name() == tokens.LIGHT.text

    # The code begins where a run of ink is as wide as the edge of its corner.
    left, top = next(
        (x, y)
        for y in range(paper.height())
        for x in range(1, paper.width() - 7 * side)
        if not is_dark(x - 1, y) and all(is_dark(at, y) for at in range(x, x + 7 * side))
    )
    read = tuple(
        tuple(is_dark(left + x * side + side // 2, top + y * side + side // 2) for x in range(len(cells)))
        for y in range(len(cells))
    )
    assert read == cells
    assert "DIỄN TẬP" not in paper.accessibleDescription()
    assert "9C41 E07A 55" in paper.accessibleDescription()


def test_the_slip_is_printed_or_saved_where_there_is_no_printer(
    view: ExportView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Slip] = []

    def told() -> list[str]:
        return [label.accessibleName() for label in view.findChildren(StatusLabel) if label.isVisible()]

    monkeypatch.setattr("PySide6.QtCore.QStandardPaths.writableLocation", lambda _: str(tmp_path / "documents"))

    def no_printer(slip: Slip) -> bool:
        sent.append(slip)
        return False

    monkeypatch.setattr(print_button, "print_slip", no_printer)
    specimens.show(view)
    QTest.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert sent == []
    view.show_done(specimens.DONE)
    settle()
    QTest.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (slip,) = sent
    assert (slip.code, slip.qr, slip.mark) == ("9C41 E07A 55", specimens.SLIP.qr, "")
    assert dict(slip.rows)["Từ – đến"] == "55.398 – 56.157"
    (saved,) = (tmp_path / "documents").iterdir()
    assert saved.name == f"phieu-usb-{specimens.SLIP.station}-000079.pdf"
    assert saved.read_bytes().startswith(b"%PDF-")
    assert f"Không thấy máy in: đã lưu {saved.name}" in told()
    assert view.height() == 664
    monkeypatch.setattr(print_button, "print_slip", lambda _: True)
    QTest.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "Đã gửi phiếu đến máy in" in told()
    assert stick_slip(replace(specimens.SLIP, drill=True)).mark == "DIỄN TẬP"


def test_windows_and_devices_are_written_short() -> None:
    thursday, wednesday = date(2021, 4, 8), date(2021, 4, 7)
    second = SealedWindow(thursday, "Ca 2", ("TB-1", "TB-2", "TB-3"))
    first = SealedWindow(thursday, "Ca 1", ("TB-1",))
    before = SealedWindow(wednesday, "Ca 3", ("TB-4",))
    assert words.windows(()) == ""
    assert words.windows((first, second)) == "Ca 1, Ca 2 · 08/04"
    assert words.windows((before, second)) == "Ca 3 · 07/04 – Ca 2 · 08/04"
    assert words.load((second,)) == "Ca 2 · 08/04 · TB-1–3"
    assert words.load((before, second)) == words.windows((before, second))
    assert words.devices(("TB-1", "TB-2", "TB-4")) == "TB-1, TB-2, TB-4"
    assert words.devices(("A-1", "B-2", "A-3")) == "A-1, B-2, A-3"
    assert words.devices(("một", "hai", "ba")) == "một, hai, ba"
