"""The list of the logged in the program's window: keys, states and pictures; and how little it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from campaign.calendar import format_time
from campaign.events import ApplicationLogged
from campaign.refusal import NotPermitted, StorageRefused
from campaign.rows import ShiftRow
from campaign.subject import Subject
from db.statement import Statement
from db.transaction import Snapshot
from station_app.services.form_id import new_form_id
from station_app.services.station import Station
from station_app.ui.entries.details_card import DetailsCard
from station_app.ui.entries.second_person import SecondPerson
from station_app.ui.entries.shown import DetailsShown
from station_app.ui.entries.sieve_bar import SieveBar
from station_app.ui.intake.commune_field import CommuneField
from station_app.ui.speech import Speech
from tests.golden import assert_golden
from tests.station_app.desks import PASSWORD, Clock, FakeDesk, as_user, at, copied, opened, station_at
from tests.station_app.entries_window import CTRL, EntriesPage, new_entries_day
from ui_kit import theme
from ui_kit.action_button import ActionButton
from ui_kit.option_chip import OptionChip
from ui_kit.text_field import TextField

# The offscreen platform has no window manager to tell of sizes.
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard"),
    pytest.mark.usefixtures("application"),
]

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def day_home(prepared_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_entries_day(prepared_home, tmp_path_factory.mktemp("entries") / "home")


@pytest.fixture
def afternoon(day_home: Path, tmp_path: Path) -> Iterator[Station]:
    with station_at(copied(day_home, tmp_path / "day"), Clock(at("16:07"))) as station:
        yield station


@pytest.fixture
def page(qtbot: QtBot, afternoon: Station) -> EntriesPage:
    return EntriesPage(qtbot, FakeDesk(as_user(afternoon, "pd.luong")))


@pytest.mark.parametrize("dark", [False, True], ids=["", "dark"])
def test_the_list_looks_as_drawn(page: EntriesPage, application: QApplication, dark: bool) -> None:
    theme.apply(application, dark=dark)
    assert_golden(page.settle(), GOLDEN / f"entries{'_dark' if dark else ''}.png")


def without_form_id(page: EntriesPage) -> None:
    """The forms' ids are chance."""
    card = page.view.findChildren(DetailsCard)[0]
    card._lines["form"].show_value("phieu-000236")


def test_no_form_id_makes_its_card_wider(page: EntriesPage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its groups may begin with digits, after which no line ends by itself."""
    card, show = page.view.findChildren(DetailsCard)[0], DetailsCard.show_details
    told: list[DetailsShown] = []
    monkeypatch.setattr(DetailsCard, "show_details", lambda _, shown: told.append(shown))
    page.press(Qt.Key.Key_Return)
    widths = set()
    for form_id in ("phieu-000236", "01920112-1111-7111-9746-691731331312"):
        show(card, replace(told[-1], form_id=form_id))
        page.settle()
        widths.add(card.minimumSizeHint().width())
    assert len(widths) == 1


def test_of_a_person_whose_time_is_over_the_rest_still_shows(qtbot: QtBot, afternoon: Station) -> None:
    with afternoon.work() as work:
        assert work.journal.erase_subjects(work.last) > 0
    page = EntriesPage(qtbot, FakeDesk(as_user(afternoon, "pd.luong")))
    for _ in range(3):
        page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Return)
    assert "Đã xóa theo hạn lưu" in page.texts()
    card = page.view.findChildren(DetailsCard)[0]
    assert (card.numbers.isVisible(), card.correct.isEnabled()) == (False, False)
    without_form_id(page)
    assert_golden(page.settle(), GOLDEN / "entries_erased.png")


def test_particulars_look_as_drawn(page: EntriesPage) -> None:
    for _ in range(3):
        page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Return)
    assert "Ghi nhầm kết quả lúc 16:06 08/04/2021 bởi Trần Khánh Vân, chứng kiến Phạm Đức Lương" in page.texts()
    without_form_id(page)
    assert_golden(page.settle(), GOLDEN / "entries_details.png")


def test_a_correction_looks_as_drawn(page: EntriesPage) -> None:
    page.press(Qt.Key.Key_E, CTRL)
    assert_golden(page.settle(), GOLDEN / "entries_correction.png")


def test_everything_goes_by_keys(page: EntriesPage) -> None:
    page.press(Qt.Key.Key_F, CTRL)
    page.write("huyen")
    assert page.names() == ["Phạm Thị Thu Huyền"]
    assert "Thấy 1 trong 238 hồ sơ" in page.texts()
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Return)
    assert "•••• 0862" in page.texts()
    page.press(Qt.Key.Key_F2)
    assert "031 188 000 862" in page.texts()
    page.press(Qt.Key.Key_Delete)
    page.press(Qt.Key.Key_2)
    assert [chip.text() for chip in page.view.findChildren(OptionChip) if chip.isChecked()] == ["Ghi nhầm kết quả"]
    assert isinstance(QApplication.focusWidget(), TextField)
    page.write("sai")
    page.press(Qt.Key.Key_Return)
    assert "wrong_password" in page.texts()
    page.desk.write.held = True
    page.write("sai")
    page.press(Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), TextField)
    page.desk.write.release()
    page.settle()
    page.write(PASSWORD)
    page.press(Qt.Key.Key_Return, CTRL)
    assert re.search("Đã hủy ở dòng sổ [0-9]+", page.texts())
    assert page.cell(0, 7) == "đã hủy"
    assert QApplication.focusWidget() is page.table


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_E])
def test_a_refusal_leaves_the_button_in_its_place(page: EntriesPage, key: Qt.Key) -> None:
    speech = Speech("vi")
    page.press(key, CTRL if key == Qt.Key.Key_E else Qt.KeyboardModifier.NoModifier)
    second = next(one for one in page.view.findChildren(SecondPerson) if one.isVisible())
    before = second.button.mapTo(page.window, second.button.rect().bottomRight())
    second.show_refusal(speech.say(NotPermitted("wrong_password", left=4)))
    page.settle()
    assert second.button.mapTo(page.window, second.button.rect().bottomRight()) == before


def test_slash_searches_and_escape_empties_and_leaves(page: EntriesPage) -> None:
    page.press(Qt.Key.Key_Slash)
    search = page.view.findChildren(SieveBar)[0].search
    assert QApplication.focusWidget() is search
    page.write("zz")
    assert "Không có hồ sơ nào khớp" in page.texts()
    page.press(Qt.Key.Key_Escape)
    assert (search.text(), page.table.model().rowCount()) == ("", 238)
    page.write("12")
    assert "Gõ ít nhất 4 chữ số" in page.texts()
    page.press(Qt.Key.Key_Escape)
    page.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.table


def test_a_correction_is_typed_in_place_and_what_is_typed_outlives_a_refusal(page: EntriesPage) -> None:
    page.press(Qt.Key.Key_E, CTRL)
    name = QApplication.focusWidget()
    assert isinstance(name, TextField)
    name.setText("Phạm Thị Thu Hiền")
    (commune,) = page.view.findChildren(CommuneField)
    commune.setText("nowhere")
    page.press(Qt.Key.Key_Return, CTRL)
    password = next(field for field in page.view.findChildren(TextField) if field.hasFocus())
    password.setText(PASSWORD)
    page.press(Qt.Key.Key_Return)
    assert "unknown_commune" in page.texts()
    assert (name.text(), commune.text(), password.text()) == ("Phạm Thị Thu Hiền", "nowhere", "")
    commune.setText("Vĩnh Niệm")
    page.write(PASSWORD)
    page.press(Qt.Key.Key_Return)
    assert "Tính vào ca và giờ cũ." in page.texts()
    assert page.cell(0, 4) == "Phạm Thị Thu Hiền"


def test_days_before_are_a_key_away_and_an_empty_one_says_so(page: EntriesPage) -> None:
    page.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Chưa ghi hồ sơ nào trong ngày này" in page.texts()
    page.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.table.model().rowCount() == 238


def test_a_slow_read_mutes_the_old_rows_and_a_refused_one_says_why(page: EntriesPage) -> None:
    page.desk.read.held = True
    page.presenter.shown()
    assert "đang tính" not in page.texts()
    page.view._patience.timeout.emit()
    assert "đang tính" in page.texts()
    assert page.cell(0, 4) == "Phạm Thị Thu Huyền"
    page.desk.read.refuse = StorageRefused("storage_failed")
    page.desk.read.release()
    page.settle()
    assert "storage_failed" in page.texts()
    assert "đang tính" not in page.texts()


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_E])
def test_no_words_are_clipped(page: EntriesPage, application: QApplication, scale: float, key: Qt.Key) -> None:
    page.press(key, CTRL if key == Qt.Key.Key_E else Qt.KeyboardModifier.NoModifier)
    theme.apply(application, scale=scale)
    page.settle()
    for button in page.view.findChildren(ActionButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
            assert button.height() >= button.minimumSizeHint().height(), button.text()
    assert not [bar for bar in page.window.findChildren(QScrollBar) if bar.isVisible() and bar.orientation().value == 1]


def test_every_control_has_a_name(page: EntriesPage) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete):
        page.press(key)
    for field in page.view.findChildren(TextField):
        assert field.accessibleName()
    for button in page.view.findChildren(ActionButton):
        assert button.accessibleName() or button.text()


def logged_at_once(station: Station, shift: str, count: int, since: datetime) -> None:
    """What as many calls of `log_application` would have appended, in few transactions."""
    for first in range(0, count, 10_000):
        with station.work() as work:
            row = work.rows.get(ShiftRow, work.code, shift)
            for place in range(first, min(first + 10_000, count)):
                body = ApplicationLogged(
                    form_id=new_form_id(),
                    case_type="exchange_on_request",
                    outcome="accepted",
                    source="barcode",
                    warnings=[],
                )
                subject = Subject(number=f"{31_000_000_000 + place:012}")
                work.append(body, shift=row, subject=subject, at=format_time(since + timedelta(milliseconds=place)))


class Counting:
    """Counts what goes to the store and comes from it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.statements = self.rows = 0
        whole = Snapshot.all

        def counted(snapshot: Snapshot, statement: Statement, **parameters: object) -> list[tuple[object, ...]]:
            found = whole(snapshot, statement, **parameters)
            self.statements += 1
            self.rows += len(found)
            return found

        monkeypatch.setattr(Snapshot, "all", counted)


def test_a_long_day_is_scrolled_with_no_more_than_a_short_one(
    qtbot: QtBot, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    for count in (350, 100_000):
        clock = Clock(at("07:30"))
        with station_at(copied(home, tmp_path / str(count)), clock) as station:
            logged_at_once(station, opened(station).shift, count, clock.moment)
            counting = Counting(monkeypatch)
            page = EntriesPage(qtbot, FakeDesk(station))
            assert page.table.model().rowCount() == count
            bar = page.table.verticalScrollBar()
            for share in (1, 0, 0.5, 0.25, 0.75):
                bar.setValue(round(bar.maximum() * share))
                page.settle()
            page.press(Qt.Key.Key_End)
            page.press(Qt.Key.Key_PageUp)
            assert page.cell(count - 1, 3) == "•••• 0000"
            asked.append((counting.statements, counting.rows))
            monkeypatch.undo()
    (few, little), (many, much) = asked
    assert many <= few + 12, "a place in the list costs a page, wherever it is"
    assert much <= little + 12 * 120
