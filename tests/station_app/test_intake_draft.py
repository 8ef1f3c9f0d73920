"""What was open at the desk is there again after a crash, once, and never what was saved or dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_app.home import STORE
from station_app.services.drafts import keep_draft, read_draft
from station_app.services.station import Station
from station_app.services.verify import verify_station
from station_app.ui.intake import drafting
from station_app.ui.intake.shown import BroughtBack, PaperShown, ReasonsWanted
from tests.station_app.desks import Clock, FakeDesk, as_user, copied, opened, station_at
from tests.station_app.intake_surface import AN, BINH, MRZ, Hands

NINE = "031950044"


@pytest.fixture
def hands(desk: FakeDesk) -> Hands:
    opened(desk.station)
    hands = Hands(desk)
    hands.presenter.shown()
    return hands


def _started_again(station: Station) -> Hands:
    """The program was killed; its memory is gone, the store is not."""
    hands = Hands(FakeDesk(station))
    hands.presenter.shown()
    return hands


def test_a_form_with_its_typed_text_comes_back_and_is_logged_once(hands: Hands, station: Station) -> None:
    hands.scan(NINE, by_hand=True)
    hands.type(name="Trần Thị Bưởi", birth_date="1961")
    hands.presenter.tick()
    again = _started_again(station)
    assert again.row() == BroughtBack()
    assert again.seen.field_text() or again.sees.person is not None
    again.press("accepted")
    assert [row.name for row in again.rows] == ["Trần Thị Bưởi"]
    again.presenter.tick()
    assert read_draft(station) is None
    assert _started_again(station).row() is None


def test_each_letter_of_a_name_is_kept_as_it_is_typed(hands: Hands, station: Station) -> None:
    hands.scan(NINE, by_hand=True)
    for name in ("T", "Tr", "Trầ"):
        hands.type(name=name)
    assert _started_again(station).seen.fields[0] == "Trầ"


def test_what_the_disk_had_no_room_for_is_kept_when_it_has(
    hands: Hands, station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.scan(AN)
    monkeypatch.setattr(drafting, "keep_draft", lambda *_: False)
    hands.presenter.tick()
    assert read_draft(station) is None
    monkeypatch.undo()
    hands.presenter.tick()
    assert _started_again(station).row() == BroughtBack()


def test_a_slow_disk_is_told_the_last_of_what_was_typed(hands: Hands, desk: FakeDesk, station: Station) -> None:
    hands.scan(NINE, by_hand=True)
    desk.write.held = True
    before = desk.write.calls
    for name in ("T", "Tr", "Trầ"):
        hands.type(name=name)
    assert desk.write.calls == before + 1
    desk.write.release()
    assert _started_again(station).seen.fields[0] == "Trầ"


def test_it_comes_back_to_the_device_at_which_it_was_open(hands: Hands, desk: FakeDesk, station: Station) -> None:
    opened(station, device="TB-2")
    desk.pick_device("TB-2")
    hands.scan(AN)
    hands.presenter.tick()
    again = FakeDesk(station)
    assert again.device == "TB-1"
    after = Hands(again)
    after.presenter.shown()
    assert (again.device, after.row()) == ("TB-2", BroughtBack())


def test_what_was_saved_a_moment_before_the_crash_does_not_come_back(hands: Hands, station: Station) -> None:
    hands.scan(AN)
    hands.presenter.tick()
    hands.press("accepted")
    assert read_draft(station) is not None
    assert _started_again(station).row() is None


def test_what_was_dropped_does_not_come_back(hands: Hands, station: Station) -> None:
    hands.scan(AN)
    hands.presenter.tick()
    hands.escape()
    hands.presenter.tick()
    assert read_draft(station) is None


def test_a_draft_is_its_owners_and_neither_plain_nor_in_the_journal(
    hands: Hands, station: Station, tmp_path: Path, clock: Clock
) -> None:
    hands.scan(BINH)
    hands.presenter.tick()
    assert read_draft(as_user(station, "dm.quy")) is None
    assert BINH.encode() not in b"".join(path.read_bytes() for path in (station.home / STORE).iterdir())
    assert verify_station(station).ok
    home = copied(station.home, tmp_path / "killed")
    with station_at(home, clock) as killed:
        assert _started_again(killed).row() == BroughtBack()


def test_half_a_number_comes_back_to_be_typed_on(hands: Hands, station: Station) -> None:
    hands.seen.half_typed = "0311950"
    hands.presenter.tick()
    again = _started_again(station)
    assert (again.row(), again.seen.field_text()) == (BroughtBack(), "0311950")
    again.scan("031195004417", by_hand=True)
    again.press("accepted")
    assert [row.last_digits for row in again.rows] == ["4417"]


def test_half_a_card_comes_back_with_its_paper_form(hands: Hands, station: Station) -> None:
    hands.scan("TK-2021-000123")
    hands.scan(MRZ[0])
    hands.presenter.tick()
    again = _started_again(station)
    assert (again.row(), again.sees.field.hint) == (BroughtBack(), "lines")
    for line in MRZ[1:]:
        again.scan(line)
    assert again.sees.person is not None
    assert (again.sees.person.name, again.sees.person.form_id) == ("NGUYEN THI MAI AN", "TK-2021-000123")


def test_an_outcome_still_waits_for_its_reason(hands: Hands, station: Station) -> None:
    hands.scan(AN)
    hands.press("missing_papers")
    hands.presenter.tick()
    again = _started_again(station)
    assert isinstance(again.row(), ReasonsWanted)
    again.digit("1")
    assert [row.outcome.id for row in again.rows] == ["missing_papers"]


def test_how_the_desk_logs_goes_on_the_same_day_and_not_the_next(hands: Hands, station: Station, clock: Clock) -> None:
    hands.seen.paper_asked.emit()
    hands.seen.paper_typed.emit("0725")
    hands.presenter.tick()
    again = _started_again(station)
    assert (again.row(), again.sees.paper, again.seen.paper_hour) == (None, PaperShown(wrong=False), "0725")
    clock.set("07:30", "2021-04-09")
    assert _started_again(station).sees.paper is None


def test_rubbish_in_its_place_stops_nobody(station: Station) -> None:

    opened(station)
    keep_draft(station, b"{rubbish")
    assert _started_again(station).row() is None
