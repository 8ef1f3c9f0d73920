"""The list of the logged without a window: what is asked, shown, and done with a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from campaign.refusal import StorageRefused
from campaign.rows import JournalRow
from station_app.services.station import Station
from station_app.ui.entries.acting import NUMBERS_SHOWN_SECONDS
from station_app.ui.entries.presenter import EntriesPresenter
from station_app.ui.entries.shown import (
    PAGE,
    CorrectionShown,
    CorrectionTyped,
    DayShown,
    DetailsShown,
    Done,
    Missing,
    Mode,
    NumbersShown,
    RowShown,
    SearchShown,
    VoidShown,
)
from tests.station_app.desks import PASSWORD, Bell, Clock, FakeDesk, as_user, at, copied, station_at
from tests.station_app.entries_window import new_entries_day


@dataclass
class FakeView:
    """A view of ten rows, which asks for those that it lacks as a table does."""

    day_picked: Bell = field(default_factory=Bell)
    day_stepped: Bell = field(default_factory=Bell)
    sieved: Bell = field(default_factory=Bell)
    wanted: Bell = field(default_factory=Bell)
    moved: Bell = field(default_factory=Bell)
    opened: Bell = field(default_factory=Bell)
    void_asked: Bell = field(default_factory=Bell)
    correction_asked: Bell = field(default_factory=Bell)
    left: Bell = field(default_factory=Bell)
    numbers_asked: Bell = field(default_factory=Bell)
    reason_picked: Bell = field(default_factory=Bell)
    void_given: Bell = field(default_factory=Bell)
    correction_given: Bell = field(default_factory=Bell)
    day: DayShown | None = None
    length: int = 0
    search: SearchShown = field(default_factory=SearchShown)
    rows: dict[int, RowShown] = field(default_factory=dict)
    waiting: bool = False
    trouble: str = ""
    mode: Mode = "day"
    details: DetailsShown | None = None
    void: VoidShown | None = None
    form: CorrectionShown | None = None
    filled: NumbersShown | None = None
    missing: list[Missing] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    busy: bool = False
    done: list[tuple[Done, int]] = field(default_factory=list)

    def show_day(self, shown: DayShown) -> None:
        self.day = shown

    def show_length(self, rows: int, search: SearchShown, *, fresh: bool) -> None:
        self.length, self.search = rows, search
        if not search.running:
            self.rows.clear()
            self.look(0)

    def look(self, first: int) -> None:
        if first < self.length:
            self.wanted.emit(first // PAGE)

    def show_rows(self, first: int, rows: tuple[RowShown, ...]) -> None:
        self.rows.update(enumerate(rows, first))

    def show_waiting(self, waiting: bool) -> None:
        self.waiting = waiting

    def show_trouble(self, words: str) -> None:
        self.trouble = words

    def show_mode(self, mode: Mode) -> None:
        self.mode = mode

    def show_details(self, shown: DetailsShown) -> None:
        self.details = shown

    def show_void(self, shown: VoidShown) -> None:
        self.void = shown

    def show_correction(self, shown: CorrectionShown) -> None:
        self.form = shown

    def fill_numbers(self, numbers: NumbersShown) -> None:
        self.filled = numbers

    def show_missing(self, missing: Missing) -> None:
        self.missing.append(missing)

    def show_refusal(self, words: str) -> None:
        self.refused.append(words)

    def show_busy(self, busy: bool) -> None:
        self.busy = busy

    def show_done(self, done: Done, n: int) -> None:
        self.done.append((done, n))

    def now_in(self) -> Mode:
        return self.mode

    @property
    def seen(self) -> DetailsShown:
        assert self.details is not None
        return self.details

    def typed(self, **changes: Any) -> CorrectionTyped:
        """The form as it was filled, with the changes, sent off with the supervisor's password."""
        form = self.form
        assert form is not None
        typed = CorrectionTyped(
            number="",
            old_number="",
            name=form.name,
            birth_date=form.birth_date,
            sex=form.sex,
            commune=form.commune,
            phone="",
            outcome=form.outcome,
            reason=form.reason,
            case_type=form.case_type,
            device=form.device,
            second="pd.luong",
            password=PASSWORD,
        )
        return replace(typed, **changes)


@dataclass
class Screen:
    view: FakeView
    desk: FakeDesk
    presenter: EntriesPresenter

    def last(self) -> int:
        station = self.desk.station
        with station.store.read() as snapshot:
            row = snapshot.get(JournalRow, station.identity.station, station.identity.epoch)
        return row.last if row else 0


@pytest.fixture(scope="module")
def day_home(prepared_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_entries_day(prepared_home, tmp_path_factory.mktemp("entries") / "home")


@pytest.fixture
def now() -> Clock:
    return Clock(at("16:07"))


@pytest.fixture
def afternoon(day_home: Path, tmp_path: Path, now: Clock) -> Iterator[Station]:
    with station_at(copied(day_home, tmp_path / "day"), now) as station:
        yield station


def screen_of(station: Station) -> Screen:
    view, desk = FakeView(), FakeDesk(station)
    screen = Screen(view, desk, EntriesPresenter(view, desk))
    screen.presenter.shown()
    return screen


@pytest.fixture
def screen(afternoon: Station) -> Screen:
    return screen_of(afternoon)


def test_today_is_shown_newest_first_with_the_rows_in_view_alone(screen: Screen) -> None:
    view = screen.view
    assert view.day is not None
    assert (view.day.day, view.day.is_today, view.day.logged, view.day.voided) == (date(2021, 4, 8), True, 238, 1)
    assert (view.length, sorted(view.rows)) == (238, list(range(PAGE)))
    assert [view.rows[at].name for at in range(2)] == ["Phạm Thị Thu Huyền", "Nguyễn Đức Tài"]
    assert (view.rows[3].name, view.rows[3].voided) == ("Trịnh Gia Bảo", True)
    view.look(200)
    assert sorted(view.rows) == [*range(PAGE), *range(180, 238)]


def test_a_fast_scroll_asks_for_the_last_pages_only(screen: Screen) -> None:
    screen.desk.read.held = True
    before = screen.desk.read.calls
    for page in (1, 2, 3, 1, 2):
        screen.view.wanted.emit(page)
    assert screen.desk.read.calls == before + 1
    screen.desk.read.release()
    assert screen.desk.read.calls == before + 3


def test_another_day_is_picked_and_left(screen: Screen, now: Clock) -> None:
    view = screen.view
    view.day_stepped.emit(-1)
    assert view.day is not None
    assert (view.day.day, view.day.is_today, view.length) == (date(2021, 4, 7), False, 0)
    view.day_picked.emit(date(2022, 1, 1))
    assert view.day.day == date(2021, 4, 8)
    view.day_picked.emit(date(2021, 3, 13))
    assert view.day.day == date(2021, 3, 13)
    view.day_picked.emit(None)
    now.set("05:00", "2021-04-09")
    screen.presenter.shown()
    assert (view.day.day, view.day.is_today) == (date(2021, 4, 9), True)


def test_a_search_tells_what_it_found_and_forgets_the_one_before(screen: Screen) -> None:
    view = screen.view
    view.sieved.emit("thi", "", "", "", "")
    assert (view.length, view.search) == (5, SearchShown(True, 5, 238, 238))
    assert view.rows[4].name == "Nguyễn Thị Mai An"
    view.sieved.emit("0862", "accepted", "tk.van", "TB-1", "counted")
    assert [view.rows[at].last_digits for at in range(view.length)] == ["0862"]
    view.sieved.emit("", "", "", "", "voided")
    assert (view.length, view.rows[0].name) == (1, "Trịnh Gia Bảo")
    view.sieved.emit("zz", "", "", "", "")
    assert (view.length, view.search.active) == (0, True)
    view.sieved.emit("08", "", "", "", "")
    assert (view.length, view.search.active, view.search.short) == (238, False, True)
    view.sieved.emit("", "", "", "", "")
    assert (view.length, view.search.short) == (238, False)


def test_a_late_answer_of_another_search_is_let_go(screen: Screen) -> None:
    screen.desk.read.held = True
    screen.view.sieved.emit("zz", "", "", "", "")
    screen.view.sieved.emit("0862", "", "", "", "")
    screen.desk.read.release()
    assert (screen.view.length, screen.view.rows[0].last_digits) == (1, "0862")


def test_a_refused_read_is_told_and_the_next_one_clears_it(screen: Screen) -> None:
    screen.desk.read.refuse = StorageRefused("storage_failed")
    screen.view.wanted.emit(2)
    assert (screen.view.trouble, screen.view.waiting, screen.view.length) == ("storage_failed", False, 238)
    screen.presenter.shown()
    assert screen.view.trouble == ""


def test_a_supervisor_sees_numbers_for_a_while_and_each_look_is_an_entry(afternoon: Station) -> None:
    screen = screen_of(as_user(afternoon, "pd.luong"))
    view, before = screen.view, screen.last()
    view.opened.emit(0)
    assert (view.now_in(), view.seen.number, view.seen.numbers, view.seen.sees_numbers) == (
        "details",
        "0862",
        None,
        True,
    )
    view.numbers_asked.emit()
    assert view.seen.numbers == NumbersShown("031188000862", "", "")
    assert screen.last() == before + 1
    for _ in range(NUMBERS_SHOWN_SECONDS):
        assert view.seen.numbers is not None
        screen.presenter.tick()
    assert view.seen.numbers is None
    view.numbers_asked.emit()
    view.moved.emit(1)
    assert (view.seen.numbers, screen.last()) == (None, before + 2)
    view.numbers_asked.emit()
    view.numbers_asked.emit()
    assert (view.seen.numbers, screen.last()) == (None, before + 3)


def test_an_operator_is_refused_the_numbers(screen: Screen) -> None:
    before = screen.last()
    screen.view.opened.emit(0)
    assert not screen.view.seen.sees_numbers
    screen.view.numbers_asked.emit()
    assert (screen.view.refused, screen.view.seen.numbers, screen.last()) == (["role_may_not"], None, before)


def test_a_void_wants_a_reason_a_person_and_their_password(screen: Screen) -> None:
    view, n = screen.view, screen.view.rows[0].n
    view.void_asked.emit(0)
    assert view.now_in() == "void"
    assert view.void is not None
    assert [reason.id for reason in view.void.reasons][:2] == ["wrong_person", "wrong_outcome"]
    assert [one.user for one in view.void.seconds] == ["pd.luong", "nb.thinh"]
    view.void_given.emit("pd.luong", PASSWORD)
    view.reason_picked.emit("wrong_person")
    view.void_given.emit("", "")
    view.void_given.emit("pd.luong", "")
    assert view.missing == ["reason", "second", "password"]
    view.void_given.emit("pd.luong", "sai mật khẩu")
    view.void_given.emit("dm.quy", PASSWORD)
    assert (view.refused, view.mode, view.busy) == (["wrong_password", "second_person_needed"], "void", False)
    view.void_given.emit("pd.luong", PASSWORD)
    assert (view.done, view.mode) == ([("voided", n)], "details")
    assert view.seen.voided is not None
    assert (view.rows[0].voided, view.length) == (True, 238)
    view.void_asked.emit(0)
    assert view.now_in() == "details"


def test_escape_goes_one_step_back(screen: Screen) -> None:
    view = screen.view
    view.correction_asked.emit(1)
    assert view.now_in() == "correction"
    view.moved.emit(4)
    view.left.emit()
    assert (view.now_in(), view.seen.name) == ("details", "Nguyễn Đức Tài")
    view.left.emit()
    assert view.now_in() == "day"


def test_a_correction_is_one_step_and_leads_to_the_new_entry(screen: Screen) -> None:
    view, before = screen.view, screen.last()
    view.correction_asked.emit(0)
    assert view.form is not None
    assert (view.form.name, view.form.birth_date, view.form.stays) == ("Phạm Thị Thu Huyền", "1988", True)
    assert (view.form.commune, view.form.device) == ("Dư Hàng, Lê Chân", "TB-1")
    view.correction_given.emit(view.typed())
    view.correction_given.emit(view.typed(commune="Ba Đình"))
    view.correction_given.emit(view.typed(password=""))
    view.correction_given.emit(view.typed(number="12345"))
    view.correction_given.emit(view.typed(birth_date="32/13/1988"))
    assert view.refused == ["nothing_to_correct", "unknown_commune", "id_not_12_digits", "birth_date_invalid"]
    assert (view.missing, screen.last(), view.mode) == (["password"], before, "correction")
    view.correction_given.emit(view.typed(name="Phạm Thị Thu Hiền", birth_date="4/3/1988", sex="female"))
    assert view.done == [("corrected", before + 2)]
    assert (view.now_in(), view.seen.n, view.seen.name, view.seen.born) == (
        "details",
        before + 2,
        "Phạm Thị Thu Hiền",
        "1988-03-04",
    )
    assert (view.length, view.rows[0].name, view.rows[1].voided) == (239, "Phạm Thị Thu Hiền", True)


def test_a_supervisor_may_have_the_numbers_filled_in(afternoon: Station) -> None:
    screen = screen_of(as_user(afternoon, "pd.luong"))
    screen.view.correction_asked.emit(0)
    screen.view.numbers_asked.emit()
    assert screen.view.filled == NumbersShown("031188000862", "", "")
    screen.view.correction_given.emit(screen.view.typed(number="031188000863", second="nb.thinh"))
    assert screen.view.seen.number == "0863"


def test_a_failed_write_keeps_the_form(screen: Screen) -> None:
    view, before = screen.view, screen.last()
    view.correction_asked.emit(0)
    screen.desk.write.refuse = StorageRefused("disk_full")
    view.correction_given.emit(view.typed(name="Phạm Thu Hiền"))
    assert (view.refused, view.mode, view.busy, screen.last()) == (["disk_full"], "correction", False, before)
    view.correction_given.emit(view.typed(name="Phạm Thu Hiền"))
    assert view.seen.name == "Phạm Thu Hiền"


def test_while_it_is_written_nothing_else_begins(screen: Screen) -> None:
    view = screen.view
    view.void_asked.emit(0)
    view.reason_picked.emit("other")
    screen.desk.write.held = True
    view.void_given.emit("pd.luong", PASSWORD)
    view.void_given.emit("pd.luong", PASSWORD)
    view.left.emit()
    view.opened.emit(2)
    assert (screen.desk.write.calls, view.mode, view.busy) == (1, "void", True)
    screen.desk.write.release()
    assert (view.now_in(), view.busy, view.refused) == ("details", False, [])
