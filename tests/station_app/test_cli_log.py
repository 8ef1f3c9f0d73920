"""`log`: what a line becomes, and what is said to one that can't become anything."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest

from campaign.events import ApplicationLogged
from tests.campaign.cards import mrz, qr
from tests.station_app.cli import OPERATOR, PASSWORD, SUPERVISOR, Answer, Stationctl, applications, entries
from tests.station_app.test_cli_answers import OPEN

NUMBER = "031195004417"


@pytest.fixture
def desk(ctl: Stationctl) -> Stationctl:
    """The operator's, with a shift open since 08:00 on both devices; it is 08:30."""
    for device in ("TB-1", "TB-2"):
        assert ctl(*OPEN, device).code == 0
    return ctl.by(OPERATOR).at("08:30")


def code_of(answer: Answer, exit_code: int = 4) -> str:
    assert answer.code == exit_code, answer
    assert (answer.document["line"], answer.document["ok"]) == (1, False)
    return str(answer.document["error"]["code"])


def logged(desk: Stationctl, line: dict[str, Any]) -> ApplicationLogged:
    """What the journal holds of a line."""
    answer = desk.log(line)
    assert answer.code == 0, answer
    return applications(desk.home)[answer.document["n"]]


SOURCES: list[tuple[dict[str, Any], str, str]] = [
    ({"scan": qr()}, "qr", "exchange_on_request"),
    ({"scan": mrz()}, "mrz", "exchange_on_request"),
    ({"scan": NUMBER}, "barcode", "exchange_on_request"),
    ({"scan": "031 195 004 417\r\n"}, "barcode", "exchange_on_request"),
    ({"number": NUMBER}, "typed", "exchange_on_request"),
    ({"scan": "161234567", "name": "Nguyễn Thị Lan", "birth_date": "1995"}, "typed", "from_cmnd9"),
    ({"number": "161234567", "name": "Nguyễn Thị Lan", "birth_date": "1995-06"}, "typed", "from_cmnd9"),
    ({"old_number": "161234567", "name": "Nguyễn Thị Lan", "birth_date": "1995-06-15"}, "typed", "from_cmnd9"),
    ({"number": NUMBER, "old_number": "161234567"}, "typed", "exchange_on_request"),
    ({"name": "Nguyễn Thị Lan", "birth_date": "1995-06-15"}, "typed", "exchange_on_request"),
    ({"scan": NUMBER, "case_type": "reissue_lost"}, "barcode", "reissue_lost"),
]


@pytest.mark.parametrize(("line", "source", "case_type"), SOURCES)
def test_source_and_case_follow_from_what_was_read(
    desk: Stationctl, line: dict[str, Any], source: str, case_type: str
) -> None:
    body = logged(desk, line)
    assert (body.source, body.case_type, body.outcome) == (source, case_type, "accepted")


def test_a_chip_card_warns_that_its_holder_has_one(desk: Stationctl) -> None:
    assert desk.log({"scan": qr()}).document["warnings"] == ["has_chip_card"]
    assert "has_chip_card" not in desk.log({"scan": mrz("031195004418")}).document["warnings"]


def test_a_left_out_key_may_be_null_as_scan_answers_it(desk: Stationctl) -> None:
    holder = desk("scan", stdin=json.dumps({"scan": NUMBER}).encode()).document["holder"]
    del holder["issue_date"]
    nothing = dict.fromkeys(("scan", "commune", "phone", "case_type", "outcome", "reason", "form_id", "override", "at"))
    body = logged(desk, {**holder, **nothing})
    assert (body.source, body.case_type, body.outcome) == ("typed", "exchange_on_request", "accepted")


def test_an_outcome_keeps_its_reason_and_does_not_count(desk: Stationctl) -> None:
    body = logged(desk, {"scan": NUMBER, "outcome": "missing_papers", "reason": "no_old_card", "commune": "11404"})
    assert (body.outcome, body.reason, body.commune) == ("missing_papers", "no_old_card", "11404")
    assert desk("status").document["funnel"]["logged"] == 0


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({}, "name_and_birth_date_needed"),
    ({"scan": ""}, "empty"),
    ({"scan": "1" * 1001}, "too_long"),
    ({"scan": "1" * 5_000_000}, "too_long"),
    ({"scan": "nonsense"}, "unknown_format"),
    ({"scan": NUMBER + "|1|2"}, "field_count"),
    ({"scan": "\ufffd" + NUMBER}, "encoding"),
    ({"scan": NUMBER + "\ud800"}, "forbidden_characters"),
    ({"scan": "0311\x0095004417"}, "forbidden_characters"),
    ({"scan": qr(born="31021995")}, "birth_date_invalid"),
    ({"scan": qr(born="15062025")}, "birth_date_future"),
    ({"scan": qr(issued="32022021")}, "issue_date_invalid"),
    ({"scan": qr(issued="02042031")}, "issue_date_future"),
    ({"scan": mrz()[:-1]}, "mrz_layout"),
    ({"scan": f"{NUMBER}\n031195004418"}, "multiple_scans"),
    ({"number": "12345"}, "id_not_12_digits"),
    ({"number": "0" * 201}, "too_long"),
    ({"number": NUMBER, "birth_date": "1995-02-30"}, "birth_date_invalid"),
    ({"number": NUMBER, "birth_date": "2021-04-09"}, "birth_date_future"),
    ({"number": NUMBER, "name": "A\u202eB"}, "forbidden_characters"),
    ({"number": NUMBER, "name": "\ud83d"}, "forbidden_characters"),
    ({"number": NUMBER, "name": "A" * 201}, "too_long"),
    ({"number": NUMBER, "commune": "Lê Chân"}, "bad_line"),
    ({"number": NUMBER, "commune": "99999"}, "unknown_commune"),
    ({"number": "161234567"}, "name_and_birth_date_needed"),
    ({"scan": "161234567", "name": "Nguyễn Thị Lan"}, "name_and_birth_date_needed"),
    ({"scan": NUMBER, "form_id": ""}, "bad_form_id"),
    ({"scan": NUMBER, "form_id": "a b"}, "bad_form_id"),
    ({"scan": NUMBER, "form_id": "a\n"}, "bad_form_id"),
    ({"scan": NUMBER, "form_id": "a" * 65}, "bad_form_id"),
    ({"scan": NUMBER, "outcome": "rejected"}, "unknown_outcome"),
    ({"scan": NUMBER, "outcome": ""}, "unknown_outcome"),
    ({"scan": NUMBER, "outcome": "duplicate"}, "reason_needed"),
    ({"scan": NUMBER, "outcome": "duplicate", "reason": "no_old_card"}, "unknown_reason"),
    ({"scan": NUMBER, "reason": "no_old_card"}, "unknown_reason"),
    ({"scan": NUMBER, "case_type": "exchange"}, "unknown_case_type"),
    ({"scan": NUMBER, "case_type": ""}, "unknown_case_type"),
    ({"scan": NUMBER, "at": "2021-04-08T07:00:00+07:00"}, "time_before_last"),
    ({"scan": NUMBER, "at": "2021-04-09T04:00:00+07:00"}, "shift_overdue"),
    ({"scan": NUMBER, "at": "9998-12-31T23:59:59+07:00"}, "shift_overdue"),
]


@pytest.mark.parametrize(("line", "code"), REFUSED, ids=[f"{n}:{code}" for n, (_, code) in enumerate(REFUSED)])
def test_a_line_is_refused_by_name(desk: Stationctl, line: dict[str, Any], code: str) -> None:
    assert code_of(desk.log(line)) == code
    assert not applications(desk.home)


def test_the_first_thing_wrong_is_told(desk: Stationctl) -> None:
    """Each line has all that was wrong with the one before, and something that comes before it."""
    wrong: dict[str, Any] = {"case_type": "?"}
    for more, code in (
        ({}, "unknown_case_type"),
        ({"outcome": "?"}, "unknown_outcome"),
        ({"form_id": "?"}, "bad_form_id"),
        ({"number": "1"}, "id_not_12_digits"),
        ({"scan": "?"}, "unknown_format"),
        ({"at": "?"}, "bad_line"),
    ):
        wrong |= more
        assert code_of(desk.log(wrong)) == code


def test_a_shift_that_takes_nothing_says_why(ctl: Stationctl) -> None:
    line = {"scan": NUMBER}
    assert code_of(ctl.log(line)) == "no_open_shift"
    assert code_of(ctl.log(line, device="TB-9")) == "unknown_device"
    ctl(*OPEN, "TB-1")
    ctl("shift", "pause", "--device", "TB-1", "--cause", "power_cut")
    assert code_of(ctl.log(line)) == "shift_paused"
    ctl("shift", "resume", "--device", "TB-1")
    assert code_of(ctl.at("04:00", "2021-04-09").log(line)) == "shift_overdue"
    ctl.at("04:01", "2021-04-09")("shift", "close", "--device", "TB-1", "--device-counter", "0")
    assert code_of(ctl.at("04:02", "2021-04-09").log(line)) == "no_open_shift"


def test_a_number_is_accepted_once(desk: Stationctl) -> None:
    first = desk.log({"scan": NUMBER}).document["n"]
    refused = desk.at("09:00").log({"scan": qr(NUMBER)}, device="TB-2")
    assert refused.document["error"] == {
        "code": "duplicate",
        "epoch": 1,
        "n": first,
        "at": "2021-04-08T08:30:00+07:00",
        "device": "TB-1",
        "by": OPERATOR,
    }
    noted = desk.log({"scan": NUMBER, "outcome": "duplicate", "reason": "already_logged_this_shift"})
    assert noted.document["warnings"] == ["number_seen_before"]
    desk("void", str(noted.document["n"]), "--reason", "undo")
    others = desk.home.with_name("password")
    others.write_text(PASSWORD)
    witness = ("--second-user", SUPERVISOR, "--second-password-file", others)
    assert desk("void", str(first), "--reason", "wrong_person", *witness).code == 0
    assert desk.log({"scan": NUMBER}).document["warnings"] == []


def test_a_person_seen_before_only_warns(desk: Stationctl) -> None:
    person = {"name": "Nguyễn Thị Lan", "birth_date": "1995-06-15"}
    assert desk.log({"number": "161234567", **person}).document["warnings"] == []
    assert desk.log({"number": "161234567", **person}).document["warnings"] == ["cmnd_seen_before"]
    again = desk.log({"number": "031195004499", **person, "name": "NGUYỄN  THỊ LAN"})
    assert again.document["warnings"] == ["person_seen_before"]
    assert again.code == 0


def test_a_supervisor_overrides_with_a_reason(desk: Stationctl) -> None:
    first = desk.log({"scan": NUMBER}).document["n"]
    again = {"scan": NUMBER, "override": {"reason": "Thẻ trước bị hỏng"}}
    assert code_of(desk.log(again)) == "role_may_not"
    supervisor = desk.by(SUPERVISOR)
    for empty in ("", " ", "\u00a0"):
        assert code_of(supervisor.log({**again, "override": {"reason": empty}})) == "reason_needed"
    for bad in ("a\nb", "\ud800", "\u202e"):
        assert code_of(supervisor.log({**again, "override": {"reason": bad}})) == "forbidden_characters"
    assert code_of(supervisor.log({**again, "override": {"reason": "x" * 201}})) == "too_long"
    body = logged(supervisor, {**again, "override": {"reason": unicodedata.normalize("NFD", "Thẻ trước bị hỏng")}})
    assert body.override
    assert (body.override.by, body.override.reason) == (SUPERVISOR, "Thẻ trước bị hỏng")
    assert (body.override.other.epoch, body.override.other.n) == (1, first)
    assert supervisor("status").document["funnel"]["logged"] == 2


def test_what_was_spelled_in_pieces_is_one_person(desk: Stationctl) -> None:
    person = {"name": "Nguyễn Thị Lan", "birth_date": "1995-06-15", "phone": "0912 345 678"}
    apart = {key: unicodedata.normalize("NFD", text) for key, text in person.items()}
    assert desk.log(person).code == 0
    assert desk.log(apart).document["warnings"] == ["person_seen_before"]


FORM = {"scan": NUMBER, "form_id": "form-1", "commune": "11404", "phone": "0912345678"}
OTHERS: list[dict[str, Any]] = [
    {"scan": "031195004418"},
    {"scan": None, "number": NUMBER},
    {"phone": "0912345679"},
    {"commune": "11401"},
    {"case_type": "reissue_lost"},
    {"outcome": "missing_papers", "reason": "no_old_card"},
    {"name": "Nguyễn Thị Lan"},
]


def test_a_form_is_logged_once_however_often_it_is_sent(desk: Stationctl) -> None:
    answer = desk.log(FORM, FORM)
    n = answer.lines[0]["n"]
    assert answer.code == 0
    assert answer.lines[1] == {"line": 2, "ok": True, "n": n, "warnings": [], "repeated": True}
    for other in OTHERS:
        assert code_of(desk.log({**FORM, **other})) == "form_id_conflict", other
    desk("shift", "close", "--device", "TB-1", "--device-counter", "1")
    for later in (desk, desk.at("10:00"), desk.at("10:00", "2021-04-20")):
        assert later.log(FORM).document["repeated"] is True
        assert later.log(FORM).document["n"] == n
        assert code_of(later.log({**FORM, **OTHERS[0]})) == "form_id_conflict"
    assert list(applications(desk.home)) == [n]


def test_a_voided_form_is_not_logged_again(desk: Stationctl) -> None:
    n = desk.log(FORM).document["n"]
    desk("void", str(n), "--reason", "undo")
    assert code_of(desk.log(FORM)) == "form_id_conflict"
    assert desk.log({**FORM, "form_id": "form-2"}).code == 0


def test_a_repeat_keeps_the_warnings_of_its_first_time(desk: Stationctl) -> None:
    scanned = {"scan": qr(), "form_id": "form-1"}
    assert desk.log(scanned).document["warnings"] == desk.log(scanned).document["warnings"] == ["has_chip_card"]


def test_a_line_may_have_its_own_time(desk: Stationctl) -> None:
    answer = desk.log(
        {"scan": "031195004411", "at": "2021-04-08T10:00:00+07:00"},
        {"scan": "031195004412"},
        {"scan": "031195004413", "at": "2021-04-08T10:00:00+07:00"},
        {"scan": "031195004414", "at": "2021-04-08T09:59:59+07:00"},
        {"scan": "031195004415", "at": "2021-04-08T03:30:00Z"},
        {"scan": "031195004416", "at": "2021-04-09T03:59:59.9+07:00"},
    )
    assert answer.code == 4
    assert [line["ok"] for line in answer.lines] == [True, True, True, False, True, True]
    assert answer.lines[3]["error"]["code"] == "time_before_last"
    times = [entry.header.at[11:19] for entry in entries(desk.home) if isinstance(entry.body, ApplicationLogged)]
    assert times == ["10:00:00", "10:00:00", "10:00:00", "10:30:00", "03:59:59"]
    days = {entry.header.day for entry in entries(desk.home) if isinstance(entry.body, ApplicationLogged)}
    assert days == {"2021-04-08"}


def test_only_a_drill_gives_a_line_its_own_time(prepared_home: Any) -> None:
    ctl = Stationctl(prepared_home, "tk.van", now=None)
    assert code_of(ctl.log({"scan": NUMBER, "at": "2021-04-08T10:00:00+07:00"})) == "at_not_allowed"


def test_what_is_typed_fills_what_the_scan_left_empty(desk: Stationctl) -> None:
    lan = {"name": "Nguyễn Thị Lan", "birth_date": "1995-06-15"}
    desk.log({"scan": NUMBER, **lan})
    assert "person_seen_before" in desk.log({"number": "031195004499", **lan}).document["warnings"]
    other = {"name": "Trần Văn Bình", "birth_date": "1990-04-30"}
    desk.log({"scan": qr("031195004400", "", "Lê Thị Mai", "01011995"), **other})
    assert desk.log({"number": "031195004488", **other}).document["warnings"] == ["birth_year_mismatch"]
    assert PASSWORD not in desk.log({"scan": NUMBER}).out


def test_streams_that_are_closed_are_no_bug(desk: Stationctl) -> None:
    log, line = ("log", "--device", "TB-1"), b'{"scan":"031195004417","form_id":"form-1"}\n'
    closed = desk.redirected("<&-", *log, stdin=line)
    assert (closed.code, closed.error) == (2, "usage")
    broken = desk.redirected("0>/dev/null", *log, stdin=line)
    assert (broken.code, broken.error) == (7, "storage_failed")
    assert not applications(desk.home)
    assert desk.redirected(">&-", *log, stdin=line) == Answer(0, "", "")
    assert len(applications(desk.home)) == 1
    full = desk.redirected(">/dev/full", *log, stdin=line)
    assert (full.code, full.out, len(full.err.splitlines())) == (7, "", 2)
    assert len(applications(desk.home)) == 1
