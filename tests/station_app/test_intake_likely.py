"""Without a number that tells: who may have been logged before is shown, and the operator decides."""

from __future__ import annotations

import pytest

from campaign.subject import Subject
from station_app.services.look_up_person import MOST_LIKELY, look_up_likely
from station_app.services.undo_last import undo_last
from station_app.ui.intake.shown import LikelyShown, Saved
from tests.station_app.desks import FakeDesk, opened
from tests.station_app.intake_surface import AN, QR, Hands

LUA = {"name": "Vũ Thị Lụa", "birth_date": "1956"}


@pytest.fixture
def hands(desk: FakeDesk) -> Hands:
    opened(desk.station)
    return Hands(desk)


def logs(hands: Hands, number: str, outcome: str = "accepted", **typed: str) -> None:
    hands.scan(number)
    hands.type(**typed)
    hands.press(outcome)


def alike(hands: Hands) -> list[tuple[str, str]]:
    return [(one.alike, one.other.record.last_digits) for one in hands.sees.likely]


def test_same_name_and_birth_year_are_shown_with_when_and_where(hands: Hands) -> None:
    logs(hands, "145670243", **LUA)
    hands.scan("145670244")
    hands.type(name="vũ  thị lụa")
    assert alike(hands) == []
    hands.type(birth_date="1956")
    (one,) = hands.sees.likely
    assert isinstance(one, LikelyShown)
    record = one.other.record
    assert (one.alike, record.name, record.born, record.last_digits, record.place) == (
        "person",
        "Vũ Thị Lụa",
        "1956",
        "0243",
        1,
    )
    assert (record.by, one.other.outcome.id, one.other.today) == ("Trần Khánh Vân", "accepted", True)
    hands.press("accepted")
    assert isinstance(hands.row(), Saved)
    assert [row.last_digits for row in hands.rows] == ["0244", "0243"]


def test_another_year_is_another_person(hands: Hands) -> None:
    logs(hands, "145670243", **LUA)
    hands.scan("145670244")
    hands.type(**LUA)
    assert alike(hands) == [("person", "0243")]
    hands.type(birth_date="1957")
    assert alike(hands) == []
    hands.type(birth_date="195")
    assert alike(hands) == []


def test_the_same_cmnd_with_the_birth_date_is_the_stronger_likeness(hands: Hands) -> None:
    logs(hands, "145670243", **LUA)
    hands.scan("145670243")
    hands.type(name="Vũ Thị Lua", birth_date="1956")
    assert alike(hands) == [("cmnd", "0243")]
    hands.type(**LUA)
    assert alike(hands) == [("cmnd", "0243")]


def test_others_outcomes_are_shown_and_what_was_taken_back_is_not(hands: Hands) -> None:
    logs(hands, "145670243", "missing_papers", **LUA)
    hands.digit("1")
    logs(hands, "145670244", **LUA)
    undo_last(hands.desk.station, "TB-1")
    hands.scan("145670245")
    hands.type(**LUA)
    assert [(one.other.record.last_digits, one.other.outcome.id) for one in hands.sees.likely] == [
        ("0243", "missing_papers")
    ]


def test_a_card_shows_who_has_its_holders_name_under_another_number(hands: Hands) -> None:
    logs(hands, "145670243", name="Phạm Thị Thu Huyền", birth_date="04/03/1988")
    hands.scan(QR)
    assert alike(hands) == [("person", "0243")]
    hands.press("duplicate")
    hands.digit("1")
    hands.scan(QR)
    assert alike(hands) == [("person", "0243")]  # the number's own records are told with the number


def test_a_number_alone_is_like_nobody(hands: Hands) -> None:
    hands.scan(AN)
    assert hands.sees.likely == ()


def test_a_common_name_is_cut_off(hands: Hands) -> None:
    for number in range(MOST_LIKELY + 2):
        logs(hands, f"1456702{number:02}", **LUA)
    found = look_up_likely(hands.desk.station, Subject(name=LUA["name"], birth_date=LUA["birth_date"]))
    assert len(found) == MOST_LIKELY
    assert found[0].record.last_digits == f"02{MOST_LIKELY + 1:02}"


def test_a_phone_is_kept_and_known_at_the_next_visit(hands: Hands) -> None:
    hands.scan(AN)
    hands.seen.phone_asked.emit()
    assert (hands.focused(), hands.sees.typing) == ("phone", True)
    hands.type(name="Nguyễn Thị Mai An", phone=" 0912 345 678 ")
    hands.press("missing_papers")
    hands.digit("1")
    hands.scan(AN)
    assert hands.sees.person is not None
    assert hands.sees.person.phone == "0912 345 678"
    hands.press("accepted")
    hands.scan(AN)
    assert hands.sees.person.phone == "0912 345 678"
