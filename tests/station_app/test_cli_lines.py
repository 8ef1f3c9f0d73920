"""Lines as they come to `log` and `scan`: whatever a line holds, it has one answer, and the next line has its own."""

from __future__ import annotations

import pytest

from tests.station_app.cli import Answer, Stationctl, applications, json_lines
from tests.station_app.test_cli_answers import OPEN

GOOD = {"scan": "031195004417"}
COMMANDS = [("log", "--device", "TB-1"), ("scan",)]

BAD_LINES: list[bytes] = [
    b"",
    b"nonsense",
    b"{",
    b"[]",
    b"null",
    b'"scan"',
    b"1",
    b"{} {}",
    b'[{"scan":"031195004417"}]',
    b'{"scan":"031195004417","colour":"red"}',
    b'{"Scan":"031195004417"}',
    b'{"scan":31195004417}',
    b'{"scan":["031195004417"]}',
    b'{"scan":"031195004417","override":"because"}',
    b'{"scan":"031195004417","override":{}}',
    b'{"scan":"031195004417","override":{"reason":null}}',
    b'{"scan":"031195004417","override":{"reason":"x","by":"pd.luong"}}',
    b'{"scan":"031195004417","at":"yesterday"}',
    b'{"scan":"031195004417","at":"2021-04-08"}',
    b'{"scan":"031195004417","at":"2021-04-08T08:31:00"}',
    b'{"scan":"031195004417","at":"2021-04-31T08:31:00+07:00"}',
    b'{"scan":"031195004417","at":"0001-01-01T00:00:00+07:00"}',
    b'{"scan":"031195004417","at":"0001-01-01T00:00:00+14:00"}',
    b'{"scan":"031195004417","at":"9999-12-31T23:59:59-12:00"}',
    b'{"scan":"031195004417","at":"\\ud800"}',
    b'{"scan":"031195004417","\\ud800":1}',
    b'{"scan":"0311950044\xff17"}',
    b'{"name":"\xed\xa0\x80","number":"031195004417"}',
    '{"scan":"031195004417"}'.encode("utf-16-be"),
    '{"scan":"031195004417"}'.encode("utf-32-le"),
    b'{"scan":"031195004417"}\x00',
    b"x" * 10_000,
    b"x" * 5_000_000,
    b"[" * 100_000,
    b'{"scan":' * 100_000,
    b'{"scan":' + b"9" * 100_000 + b"}",
    b'{"scan":1e999}',
    b'{"scan":NaN}',
]


@pytest.fixture(params=COMMANDS, ids=lambda command: command[0])
def command(ctl: Stationctl, request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Either of the two, with a shift open for the one that needs it."""
    assert ctl(*OPEN, "TB-1").code == 0
    arguments: tuple[str, ...] = request.param
    return arguments


def told(answer: Answer) -> list[tuple[int, str]]:
    """Each line's number and code, "" where it was taken."""
    return [(line["line"], "" if line["ok"] else line["error"]["code"]) for line in answer.lines]


def test_a_line_that_is_no_line_costs_only_itself(ctl: Stationctl, command: tuple[str, ...]) -> None:
    answer = ctl(*command, stdin=json_lines((*BAD_LINES, GOOD)))
    assert answer.code == 4
    assert told(answer) == [(number, "bad_line") for number in range(1, len(BAD_LINES) + 1)] + [
        (len(BAD_LINES) + 1, "")
    ]
    assert len(applications(ctl.home)) == (command[0] == "log")


def test_a_line_longer_than_any_is_not_kept_in_memory(ctl: Stationctl, command: tuple[str, ...]) -> None:
    endless = b'{"scan":"' + b"1" * 20_000_000 + b'"}'
    answer = ctl(*command, stdin=json_lines((endless, GOOD, endless)))
    assert answer.code == 4
    assert told(answer) == [(1, "too_long"), (2, ""), (3, "too_long")]


def test_lines_may_end_as_other_systems_end_them(ctl: Stationctl, command: tuple[str, ...]) -> None:
    answer = ctl(*command, stdin=b'\xef\xbb\xbf{"scan":"031195004417"}\r\n{"scan":"031195004418"}')
    assert (answer.code, told(answer)) == (0, [(1, ""), (2, "")])


def test_no_lines_are_no_fault(ctl: Stationctl, command: tuple[str, ...]) -> None:
    answer = ctl(*command)
    assert (answer.code, answer.out, answer.err) == (0, "", "")


def test_a_scan_line_holds_a_scan_and_nothing_else(ctl: Stationctl) -> None:
    answer = ctl("scan", stdin=b'{}\n{"scan":null}\n{"scan":"031195004417","number":"031195004417"}\n{"scan":""}\n')
    assert told(answer) == [(1, "bad_line"), (2, "bad_line"), (3, "bad_line"), (4, "empty")]


def test_dates_are_judged_by_the_business_day(ctl: Stationctl) -> None:
    """A card that is issued on the day after: still to come at 03:59, here at 04:00."""
    scan = json_lines(({"scan": "031195004417||Nguyễn Thị Lan|15061995|Nữ||09042021"},))
    assert told(ctl.at("03:59", "2021-04-09")("scan", stdin=scan)) == [(1, "issue_date_future")]
    assert told(ctl.at("04:00", "2021-04-09")("scan", stdin=scan)) == [(1, "")]
