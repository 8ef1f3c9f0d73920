"""After a power cut the pile of paper forms is logged, each in the hour that it bears."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.entry import read_entry
from campaign.events import ApplicationLogged
from campaign.refusal import StorageRefused
from db.history import History
from station_app.services.station import Station
from station_app.ui.intake.shown import Note, NotSaved, PaperShown
from tests.station_app.desks import Clock, FakeDesk, copied, opened, station_at
from tests.station_app.intake_surface import AN, BINH, CHI, Hands


@pytest.fixture
def hands(desk: FakeDesk) -> Hands:
    opened(desk.station)
    return Hands(desk)


def hours(station: Station) -> list[tuple[str, str]]:
    """Source and time on paper of what the journal holds, oldest first."""
    with station.store.read() as snapshot:
        history = History(snapshot, station.identity.station, 1)
        bodies = [read_entry(entry).body for entry, _, _ in history.entries(1, history.last())]
    return [(body.source, body.happened_at or "") for body in bodies if isinstance(body, ApplicationLogged)]


def paper(hands: Hands, hour: str) -> None:
    hands.seen.paper_asked.emit()
    hands.seen.paper_typed.emit(hour)
    hands.seen.paper_ended.emit()


def test_one_hour_for_a_pile_until_it_is_changed_or_left(hands: Hands, clock: Clock) -> None:
    clock.set("16:07")
    hands.seen.paper_asked.emit()
    assert (hands.focused(), hands.sees.paper) == ("paper", PaperShown(wrong=False))
    hands.seen.paper_typed.emit("1540")
    hands.seen.paper_ended.emit()
    assert hands.focused() == "scan"
    for number in (AN, BINH):
        hands.scan(number)
        hands.press("accepted")
    paper(hands, "14h05")
    hands.scan(CHI)
    hands.press("missing_papers")
    hands.digit("1")
    hands.seen.paper_left.emit()
    assert (hands.sees.paper, hands.focused()) == (None, "scan")
    hands.scan("031195004499")
    hands.press("accepted")
    assert hours(hands.desk.station) == [
        ("paper", "2021-04-08T15:40:00+07:00"),
        ("paper", "2021-04-08T15:40:00+07:00"),
        ("paper", "2021-04-08T14:05:00+07:00"),
        ("barcode", ""),
    ]
    assert [row.paper_hour for row in hands.rows] == [None, 14, 15, 15]


def test_without_an_hour_nothing_is_logged_and_the_cursor_goes_there(hands: Hands, clock: Clock) -> None:
    clock.set("16:07")
    hands.seen.paper_asked.emit()
    hands.scan(AN)
    hands.press("accepted")
    assert (hands.row(), hands.sees.paper, hands.focused()) == (Note("bad_hour"), PaperShown(wrong=True), "paper")
    assert hands.sees.person is not None
    hands.seen.paper_typed.emit("1500")
    assert hands.sees.paper == PaperShown(wrong=False)
    hands.press("accepted")
    assert hours(hands.desk.station) == [("paper", "2021-04-08T15:00:00+07:00")]


def test_a_reason_is_asked_once_more_where_the_hour_was_none(hands: Hands) -> None:
    paper(hands, "25")
    assert (hands.row(), hands.focused()) == (Note("bad_hour"), "paper")
    hands.scan(AN)
    hands.press("missing_papers")
    hands.digit("1")
    assert hands.row() == Note("bad_hour")
    assert hours(hands.desk.station) == []


@pytest.mark.parametrize(("hour", "code"), [("1608", "happened_at_future"), ("0500", "happened_at_before_shift")])
def test_an_hour_that_cannot_be_is_said_and_enter_takes_the_corrected_one(
    hands: Hands, clock: Clock, hour: str, code: str
) -> None:
    clock.set("16:07")
    paper(hands, hour)
    hands.scan(AN)
    hands.press("accepted")
    assert hands.panel() == NotSaved(code, "4417")
    paper(hands, "1530")
    hands.enter()
    assert hours(hands.desk.station) == [("paper", "2021-04-08T15:30:00+07:00")]


def test_what_could_not_be_written_keeps_its_hour(hands: Hands, clock: Clock) -> None:
    clock.set("16:07")
    paper(hands, "1530")
    hands.scan(AN)
    hands.desk.write.refuse = StorageRefused("disk_full")
    hands.press("accepted")
    hands.seen.paper_left.emit()
    hands.enter()
    assert hours(hands.desk.station) == [("paper", "2021-04-08T15:30:00+07:00")]


def test_after_midnight_the_evening_is_the_day_before(hands: Hands, clock: Clock) -> None:
    clock.set("00:20", "2021-04-09")
    paper(hands, "2350")
    hands.scan(AN)
    hands.press("accepted")
    paper(hands, "0010")
    hands.scan(BINH)
    hands.press("accepted")
    assert [hour for _, hour in hours(hands.desk.station)] == [
        "2021-04-08T23:50:00+07:00",
        "2021-04-09T00:10:00+07:00",
    ]


def test_no_catching_up_while_paused(hands: Hands) -> None:
    hands.seen.pause_asked.emit()
    hands.seen.paper_asked.emit()
    assert hands.sees.paper is None


def test_after_a_crash_the_form_comes_back_with_its_hour_and_fee(hands: Hands, clock: Clock, tmp_path: Path) -> None:
    clock.set("16:07")
    paper(hands, "1530")
    hands.scan("031950044", by_hand=True)
    hands.type(name="Trần Thị Bưởi", birth_date="1961", phone="0912 345 678")
    hands.seen.fee_asked.emit()
    hands.seen.receipt_given.emit("42")
    hands.presenter.tick()
    with station_at(copied(hands.desk.station.home, tmp_path / "killed"), clock) as killed:
        again = Hands(FakeDesk(killed))
        assert again.seen.paper_hour == "1530"
        again.press("accepted")
        with killed.store.read() as snapshot:
            history = History(snapshot, killed.identity.station, 1)
            body, subject = read_entry(history.entry(history.last()) or b"").body, history.subject(history.last())
    assert isinstance(body, ApplicationLogged)
    assert (body.happened_at, body.fee and body.fee.receipt) == ("2021-04-08T15:30:00+07:00", "42")
    assert subject is not None
    assert subject.phone == "0912 345 678"
