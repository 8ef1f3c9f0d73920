"""What stands in the way of a shift, and how it is opened: the presenter over a real station, without a window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from campaign.entry import read_entry
from campaign.events import ShiftOpened
from campaign.refusal import StorageRefused
from db.history import History
from station_app.services.close_shift import close_shift
from station_app.services.run_shift import report_zero
from station_app.services.show_readiness import opening_figures
from station_app.services.show_standing import show_standing
from station_app.ui.readiness.presenter import ReadinessPresenter
from station_app.ui.readiness.rendering import render
from station_app.ui.readiness.shown import Entered, Missing, OpeningShown, PeopleShown
from tests.station_app.desks import ALL_WELL, COMMANDER, PASSWORD, Bell, Clock, FakeDesk, as_user, at, opened

FILLED = Entered(
    commander=COMMANDER, crew=("tk.van", "dm.quy"), note="", reason="", supervisor="", password="", late_reason=""
)


@dataclass
class FakeView:
    device_picked: Bell = field(default_factory=Bell)
    window_picked: Bell = field(default_factory=Bell)
    line_ticked: Bell = field(default_factory=Bell)
    open_asked: Bell = field(default_factory=Bell)
    zero_confirmed: Bell = field(default_factory=Bell)
    export_asked: Bell = field(default_factory=Bell)
    filled: Entered = FILLED
    people: PeopleShown | None = None
    shown: OpeningShown | None = None
    missing: list[tuple[Missing, str]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    busy: bool = False
    cleared: int = 0

    def entered(self) -> Entered:
        return self.filled

    def show_people(self, people: PeopleShown) -> None:
        self.people = people

    def show_opening(self, shown: OpeningShown) -> None:
        self.shown = shown

    def show_missing(self, missing: Missing, line: str = "") -> None:
        self.missing.append((missing, line))

    def show_refusal(self, words: str) -> None:
        self.refused.append(words)

    def show_busy(self, busy: bool) -> None:
        self.busy = busy

    def clear(self) -> None:
        self.cleared += 1

    @property
    def opening(self) -> OpeningShown:
        assert self.shown is not None
        return self.shown

    def state(self, line: str) -> str:
        return next(each.state for group in self.opening.groups for each in group.lines if each.id == line)


@dataclass
class Screen:
    view: FakeView
    desk: FakeDesk
    presenter: ReadinessPresenter

    def tick_all(self) -> None:
        for check in self.desk.station.catalogue.readiness_checks.values():
            if not check.auto and self.view.state(check.id) == "open":
                self.view.line_ticked.emit(check.id)

    def last_body(self) -> object:
        station = self.desk.station
        with station.store.read() as snapshot:
            history = History(snapshot, station.identity.station, station.identity.epoch)
            data = history.entry(history.last())
        assert data is not None
        return read_entry(data).body


@pytest.fixture
def screen(desk: FakeDesk) -> Screen:
    view = FakeView()
    presenter = ReadinessPresenter(view, desk)
    desk.picked = presenter.shown
    presenter.shown()
    return Screen(view, desk, presenter)


def test_the_checklist_stands_in_its_groups_and_measured_lines_are_answered(screen: Screen) -> None:
    shown = screen.view.opening
    assert [(group.id, len(group.lines), group.passed) for group in shown.groups] == [
        ("safety", 4, 0),
        ("security", 5, 4),
        ("continuity", 6, 3),
    ]
    assert (shown.total, shown.passed, shown.unanswered, shown.obstacle) == (15, 7, 8, "")
    assert [tile.key for tile in shown.devices] == [1, 2, 3, 4, 5, 6]
    assert shown.quota is not None
    quota = shown.quota
    assert (quota.day, quota.window, quota.label, quota.minutes) == (350, 117, "Ca 1", 300)
    assert (round(quota.per_hour, 1), quota.seconds_each) == (23.3, 154)


def test_people_are_offered_and_the_only_supervisor_is_in_command(screen: Screen) -> None:
    people = screen.view.people
    assert people is not None
    assert (people.me, people.commander) == ("tk.van", "Phạm Đức Lương")
    assert [one.user for one in people.crew] == ["lt.hanh", "pd.luong", "dm.quy", "tk.van"]
    assert people.commanders[0].user == "pd.luong"


def test_space_says_yes_then_no_then_yes(screen: Screen) -> None:
    states = []
    for _ in range(3):
        screen.view.line_ticked.emit("backup_power")
        states.append(screen.view.state("backup_power"))
    assert states == ["passed", "warned", "passed"]
    screen.view.line_ticked.emit("power_and_cabling")
    screen.view.line_ticked.emit("power_and_cabling")
    assert screen.view.state("power_and_cabling") == "failed"
    assert screen.view.opening.needs_note


def test_what_is_missing_is_asked_for_in_order(screen: Screen) -> None:
    screen.view.filled = replace(FILLED, commander=" ")
    screen.view.open_asked.emit()
    screen.view.filled = FILLED
    screen.view.open_asked.emit()
    assert screen.view.missing == [("commander", "power_and_cabling"), ("lines", "power_and_cabling")]
    assert show_standing(screen.desk.station).devices[0].state == "none"


def test_a_shift_is_opened_with_its_answers_and_leads_to_intake(screen: Screen) -> None:
    screen.tick_all()
    screen.view.line_ticked.emit("epidemic_kit")
    screen.view.filled = replace(FILLED, note="Hết cồn sát khuẩn")
    screen.view.open_asked.emit()
    body = screen.last_body()
    assert isinstance(body, ShiftOpened)
    assert (body.window, body.commander, body.crew) == ("ca-1", COMMANDER, ["tk.van", "dm.quy"])
    failed = {check.id: check.reason for check in body.checks if check.state == "failed"}
    assert failed == {"epidemic_kit": "Hết cồn sát khuẩn"}
    assert (screen.desk.gone, screen.desk.grown, screen.view.busy) == (["intake"], 1, False)


def test_a_failed_blocking_line_opens_by_a_supervisors_password_and_reason(screen: Screen) -> None:
    screen.tick_all()
    screen.view.line_ticked.emit("capture_devices_tested")
    shown = screen.view.opening
    assert (shown.needs_reason, shown.needs_supervisor, shown.failed, len(shown.names)) == (True, True, 1, 1)
    screen.view.open_asked.emit()
    screen.view.filled = replace(FILLED, reason="Máy in hỏng, chép tay")
    screen.view.open_asked.emit()
    screen.view.filled = replace(screen.view.filled, supervisor="pd.luong")
    screen.view.open_asked.emit()
    assert [missing for missing, _ in screen.view.missing] == ["reason", "supervisor", "password"]
    screen.view.filled = replace(screen.view.filled, password="sai")
    screen.view.open_asked.emit()
    assert screen.view.refused == ["wrong_password"]
    screen.view.filled = replace(screen.view.filled, password=PASSWORD)
    screen.view.open_asked.emit()
    body = screen.last_body()
    assert isinstance(body, ShiftOpened)
    assert body.override
    assert (body.override.by, body.override.reason) == ("pd.luong", "Máy in hỏng, chép tay")


def test_a_supervisor_at_the_desk_only_gives_the_reason(screen: Screen) -> None:
    screen.desk.station = as_user(screen.desk.station, "pd.luong")
    screen.presenter.shown()
    screen.tick_all()
    screen.view.line_ticked.emit("capture_devices_tested")
    assert (screen.view.opening.needs_reason, screen.view.opening.needs_supervisor) == (True, False)
    screen.view.filled = replace(FILLED, reason="Máy in hỏng")
    screen.view.open_asked.emit()
    assert screen.desk.gone == ["intake"]


def test_what_never_opens_names_the_line_and_opens_for_nobody(screen: Screen) -> None:
    figures = opening_figures(screen.desk.station, "TB-1", replace(ALL_WELL, free_bytes=1))
    shown = render(figures, "ca-1", {}, screen.desk)
    assert (shown.obstacle, shown.names) == ("never", ("Đủ dung lượng lưu trữ",))
    assert not shown.needs_reason
    assert render(replace(figures, revoked=True), "ca-1", {}, screen.desk).obstacle == "revoked"
    assert render(replace(figures, plan_version=None), "", {}, screen.desk).obstacle == "no_plan"
    all_well = opening_figures(screen.desk.station, "TB-1", ALL_WELL)
    assert render(all_well, "", {}, screen.desk).obstacle == "no_window"


def test_a_revoked_station_opens_nothing(screen: Screen) -> None:
    screen.desk.station = replace(screen.desk.station, revoked=True)
    screen.presenter.shown()
    screen.view.open_asked.emit()
    assert (screen.view.missing, screen.view.refused, screen.desk.write.calls) == ([], [], 0)


def test_a_jump_of_days_is_confirmed_by_a_supervisor(screen: Screen, clock: Clock) -> None:
    clock.set("07:30", "2021-04-11")
    screen.presenter.shown()
    shown = screen.view.opening
    assert shown.jumped_from == at("07:00")
    assert (shown.needs_supervisor, shown.needs_reason, shown.asks_late_reason) == (True, False, True)
    screen.tick_all()
    screen.view.filled = replace(FILLED, supervisor="pd.luong", password=PASSWORD)
    screen.view.open_asked.emit()
    assert screen.view.missing == [("late_reason", "")]
    screen.view.filled = replace(screen.view.filled, late_reason="Đường ngập, chưa giao USB được")
    screen.view.open_asked.emit()
    body = screen.last_body()
    assert isinstance(body, ShiftOpened)
    told = {check.id: check.reason for check in body.checks}
    assert told["last_bundle_handed_over"] == "Đường ngập, chưa giao USB được"


def test_late_receipts_warn_by_age_and_lead_to_export_who_may(screen: Screen, clock: Clock) -> None:
    assert screen.view.opening.waiting is None
    clock.advance(hours=13)
    screen.presenter.shown()
    waiting = screen.view.opening.waiting
    assert waiting is not None
    assert (waiting.bundle, waiting.hours, waiting.late, waiting.may_export) == (None, 13, False, False)
    screen.view.export_asked.emit()
    assert screen.desk.gone == ["export"]


def test_answers_about_the_room_hold_for_the_next_device_and_no_longer(screen: Screen) -> None:
    screen.tick_all()
    screen.view.device_picked.emit("TB-2")
    assert screen.view.opening.device == "TB-2"
    assert screen.view.state("power_and_cabling") == "passed"
    assert screen.view.state("capture_devices_tested") == "open"
    screen.view.window_picked.emit("ca-2")
    assert screen.view.state("power_and_cabling") == "open"


def test_a_device_with_an_open_shift_leads_to_its_closing(screen: Screen) -> None:
    opened(screen.desk.station, device="TB-2")
    screen.view.device_picked.emit("TB-2")
    assert screen.desk.gone == ["shift"]


def test_a_zero_report_wants_a_reason_and_proposes_the_next_window(screen: Screen) -> None:
    screen.view.zero_confirmed.emit(" ")
    assert screen.view.refused == ["reason_needed"]
    screen.view.zero_confirmed.emit("Thiết bị gửi đi sửa")
    zero = [window.id for window in screen.view.opening.windows if window.zero]
    assert (zero, screen.desk.grown) == (["ca-1"], 1)


def test_a_used_window_is_refused_a_zero_report(screen: Screen, clock: Clock) -> None:
    opened(screen.desk.station)
    close_shift(screen.desk.station, "TB-1", 0)
    screen.presenter.shown()
    screen.view.window_picked.emit("ca-1")
    screen.view.zero_confirmed.emit("nhầm")
    assert screen.view.refused == ["shift_exists"]


def test_the_measured_lines_are_asked_anew_every_five_seconds(screen: Screen) -> None:
    calls = screen.desk.slow.calls
    for _ in range(10):
        screen.presenter.tick()
    assert screen.desk.slow.calls == calls + 2


def test_a_look_keeps_what_was_chosen(screen: Screen) -> None:
    screen.view.window_picked.emit("ca-2")
    screen.tick_all()
    cleared = screen.view.cleared
    screen.presenter.shown()
    assert (screen.view.opening.window, screen.view.opening.unanswered) == ("ca-2", 0)
    assert screen.view.cleared == cleared


def test_a_full_disk_is_said_and_the_form_stays(screen: Screen) -> None:
    screen.tick_all()
    screen.desk.write.refuse = StorageRefused("disk_full")
    screen.view.open_asked.emit()
    assert (screen.view.refused, screen.view.busy, screen.desk.gone) == (["disk_full"], False, [])
    screen.view.open_asked.emit()
    assert screen.desk.gone == ["intake"]


def test_the_second_press_while_the_first_is_on_its_way_does_nothing(screen: Screen) -> None:
    screen.tick_all()
    screen.desk.write.held = True
    screen.view.open_asked.emit()
    screen.view.open_asked.emit()
    screen.desk.write.release()
    assert (screen.view.refused, screen.desk.write.calls) == ([], 1)


def test_a_zero_reported_window_can_still_be_opened(screen: Screen) -> None:
    report_zero(screen.desk.station, "TB-1", "ca-1", "chưa có cán bộ")
    screen.presenter.shown()
    screen.tick_all()
    screen.view.open_asked.emit()
    assert screen.desk.gone == ["intake"]
