"""`verify` finds whatever was changed behind the program's back, by somebody who has the store's key."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from db.schema import PROJECTIONS
from station_app.bootstrap import open_station
from station_app.services.acknowledge_attention import acknowledge_attention
from station_app.services.explain_difference import explain_difference
from tests.campaign.cards import mrz
from tests.station_app.cli import (
    ADMINISTRATOR,
    OTHER_OPERATOR,
    PASSWORD,
    SUPERVISOR,
    Answer,
    Commandctl,
    Stationctl,
    copied_drill,
    tampering,
)
from tests.station_app.desks import Clock, at
from tests.station_app.test_cli_answers import OPEN

Tamper = Callable[[dbapi2.Connection], object]

LINES = [
    {"scan": "031195004401", "name": "Nguyễn Thị Lan", "birth_date": "1995-06-15"},
    {"scan": mrz("031195004402")},
    {"number": "161234567", "name": "Trần Văn Bình", "birth_date": "1990"},
    {"scan": "031195004403", "outcome": "missing_papers", "reason": "no_old_card", "commune": "11404"},
]


@pytest.fixture(scope="module")
def worked(prepared_drill: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a station with a row in almost every table. Not to be written to."""
    folder = copied_drill(prepared_drill, tmp_path_factory.mktemp("worked"))
    ctl, city, stick = Stationctl(folder / "station"), Commandctl(folder / "city"), folder / "stick"
    stick.mkdir()
    password = folder / "password"
    password.write_text(PASSWORD)
    second = ("--second-user", ADMINISTRATOR, "--second-password-file", password)
    zero = ("shift", "zero", "--device", "TB-2", "--window", "ca-1", "--reason", "Máy hỏng")
    steps: list[Callable[[], Answer]] = [
        lambda: ctl(*OPEN, "TB-1"),
        lambda: ctl.log(*LINES),
        lambda: ctl("void", "12", "--reason", "wrong_person", *second),
        lambda: ctl("shift", "pause", "--device", "TB-1", "--cause", "power_cut"),
        lambda: ctl.at("08:30")("shift", "resume", "--device", "TB-1"),
        lambda: ctl.at("08:30")("shift", "hand-over", "--device", "TB-1", "--to", OTHER_OPERATOR),
        lambda: ctl.at("08:31")(*zero),
        lambda: ctl.at("09:00")("export", stick),
        lambda: city("import", stick, "--keys", city.keys),
        lambda: city("receipts", stick, "--keys", city.keys),
        lambda: ctl.at("10:00")("receive", stick),
    ]
    for step in steps:
        answer = step()
        assert answer.code == 0, answer
    with open_station(ctl.home, SUPERVISOR, PASSWORD, lambda **_: Clock(at("10:01"))) as station:
        acknowledge_attention(station, "behind", 131, device="TB-1")
        explain_difference(station, "TB-1", "no_citizens", at("08:00"))
    verified = ctl("verify")
    assert (verified.code, verified.document["ok"]) == (0, True)
    return ctl.home


@pytest.fixture
def ctl(worked: Path, tmp_path: Path) -> Stationctl:
    return Stationctl(shutil.copytree(worked, tmp_path / "station"))


def found(ctl: Stationctl) -> list[dict[str, Any]]:
    verified = ctl("verify")
    assert (verified.code, verified.document["ok"]) == (5, False), verified
    differences = verified.document["differences"]
    assert differences
    assert "Nguyễn" not in verified.out
    assert "0311950044" not in verified.out
    return list(differences)


def one_byte(connection: dbapi2.Connection) -> None:
    (entry,) = connection.execute("SELECT entry FROM journal WHERE n = 12").fetchone()
    assert b'"accepted"' in entry
    connection.execute("UPDATE journal SET entry = ? WHERE n = 12", [entry.replace(b'"accepted"', b'"accepteD"')])


def of_journal(sql: str) -> Tamper:
    return lambda connection: connection.execute(sql)


def swapped(*columns: str) -> Tamper:
    def swap(connection: dbapi2.Connection) -> None:
        names = ", ".join(columns)
        twelve, thirteen = connection.execute(f"SELECT {names} FROM journal WHERE n IN (12, 13) ORDER BY n").fetchall()
        to = ", ".join(f"{column} = ?" for column in columns)
        for n, values in ((12, thirteen), (13, twelve)):
            connection.execute(f"UPDATE journal SET {to} WHERE n = {n}", values)

    return swap


def swapped_subjects(connection: dbapi2.Connection) -> None:
    connection.execute("UPDATE subjects SET n = 999 WHERE n = 12")
    connection.execute("UPDATE subjects SET n = 12 WHERE n = 13")
    connection.execute("UPDATE subjects SET n = 13 WHERE n = 999")


def changed_subject(connection: dbapi2.Connection) -> None:
    (subject,) = connection.execute("SELECT subject FROM subjects WHERE n = 12").fetchone()
    connection.execute("UPDATE subjects SET subject = ? WHERE n = 12", [subject.replace(b"Lan", b"Lam")])


SOURCES: list[tuple[str, Tamper, str, int]] = [
    ("a changed byte", one_byte, "journal", 12),
    ("a removed entry", of_journal("DELETE FROM journal WHERE n = 13"), "journal", 13),
    ("a swapped pair", swapped("entry"), "journal", 12),
    ("a swapped pair with its hashes", swapped("entry", "head"), "journal", 12),
    ("a changed hash", of_journal("UPDATE journal SET head = zeroblob(32) WHERE n = 12"), "journal", 12),
    ("no entry but bytes", of_journal("UPDATE journal SET entry = X'00ff' WHERE n = 12"), "journal", 12),
    ("a changed subject", changed_subject, "subjects", 12),
    ("swapped subjects", swapped_subjects, "subjects", 12),
    ("a removed subject", of_journal("DELETE FROM subjects WHERE n = 12"), "subjects", 12),
    ("a changed salt", of_journal("UPDATE subjects SET salt = zeroblob(16) WHERE n = 12"), "subjects", 12),
    ("a removed mark", of_journal("DELETE FROM marks WHERE n = 12 AND kind = 'number'"), "marks", 12),
    ("a changed mark", of_journal("UPDATE marks SET mark = zeroblob(32) WHERE n = 12"), "marks", 12),
]


@pytest.mark.parametrize(("tamper", "table", "n"), [case[1:] for case in SOURCES], ids=[case[0] for case in SOURCES])
def test_a_changed_source_is_found_where_it_is(ctl: Stationctl, tamper: Tamper, table: str, n: int) -> None:
    with tampering(ctl.home) as connection:
        tamper(connection)
    told = [row for row in found(ctl) if row["table"] == table]
    assert any(row.get("n", row.get("first")) == n for row in told), told


def test_a_removed_end_is_found_by_what_remembers_it(ctl: Stationctl) -> None:
    with tampering(ctl.home) as connection:
        connection.execute("DELETE FROM journal WHERE n = (SELECT max(n) FROM journal)")
    assert {row["table"] for row in found(ctl)} & {PROJECTIONS[row].name for row in PROJECTIONS}


def test_a_changed_document_is_found(ctl: Stationctl) -> None:
    with tampering(ctl.home) as connection:
        connection.execute("UPDATE envelopes SET content = CAST(content || X'20' AS BLOB) WHERE type = 'plan'")
    assert [row["table"] for row in found(ctl)] == ["envelopes"]


EMPTY = {"sticks", "settings", "ignored"}
"""Tables of which this station's work leaves nothing."""
FOLLOWS = {"open_follow_ups"}
"""What is judged from other rows differs with them."""


def test_a_removed_row_is_found(ctl: Stationctl, worked: Path) -> None:
    for table in sorted({table.name for table in PROJECTIONS.values()} - EMPTY - {"stations", "users"}):
        shutil.copytree(worked, ctl.home, dirs_exist_ok=True)
        with tampering(ctl.home) as connection:
            connection.execute(f"DELETE FROM {table}")
        assert {row["table"] for row in found(ctl)} - FOLLOWS == {table}


@pytest.mark.parametrize("table", sorted(table.name for table in PROJECTIONS.values()))
def test_a_changed_row_of_any_projection_is_found(ctl: Stationctl, worked: Path, table: str) -> None:
    with tampering(ctl.home) as connection:
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert (rows == 0) == (table in EMPTY), table
    for _, column, kind, _, _, key in columns:
        if not rows or (key and kind == "INTEGER"):
            continue
        shutil.copytree(worked, ctl.home, dirs_exist_ok=True)
        with tampering(ctl.home) as connection:
            value = f"{column} + 1" if kind == "INTEGER" else f"{column} || 'x'"
            keys = ", ".join(name for _, name, _, _, _, is_key in columns if is_key)
            chosen = f"({keys}) = (SELECT {keys} FROM {table} LIMIT 1)"
            assert connection.execute(f"UPDATE {table} SET {column} = {value} WHERE {chosen}").rowcount == 1
        if (table, column) == ("stations", "station"):  # the very row that says which station this is
            assert (ctl("verify").code, ctl("verify").error) == (5, "store_damaged")
        else:
            assert {row["table"] for row in found(ctl)} - FOLLOWS == {table}, column


def test_nothing_is_logged_on_a_broken_chain(ctl: Stationctl) -> None:
    with tampering(ctl.home) as connection:
        connection.execute("UPDATE journal SET head = zeroblob(32) WHERE n = (SELECT max(n) FROM journal)")
    broken = ctl.by(SUPERVISOR).log({"scan": "031195004409"}, {"scan": "031195004408"})
    assert broken.code == 5
    assert broken.lines == [{"line": 1, "ok": False, "error": {"code": "store_damaged"}}]
    refused = ctl("shift", "close", "--device", "TB-1", "--device-counter", "2")
    assert (refused.code, refused.error) == (5, "store_damaged")
    refused = ctl.at("11:00")(*OPEN, "TB-2")
    assert (refused.code, refused.error) == (5, "store_damaged")


def test_no_shift_opens_on_a_broken_chain(ctl: Stationctl) -> None:
    with tampering(ctl.home) as connection:
        one_byte(connection)
    refused = ctl.at("11:00")(*OPEN, "TB-2", "--override-reason", "Cứ mở")
    assert (refused.code, refused.error) == (3, "check_failed")
    assert refused.document["error"]["checks"] == ["record_chain_intact"]


def test_nothing_is_logged_over_a_row_that_no_entry_made(ctl: Stationctl) -> None:
    with tampering(ctl.home) as connection:
        (last,) = connection.execute("SELECT max(n) FROM journal").fetchone()
        connection.execute("UPDATE applications SET n = ? WHERE n = (SELECT min(n) FROM applications)", (last + 1,))
    broken = ctl.by(SUPERVISOR).log({"scan": "031195004409"})
    assert broken.lines == [{"line": 1, "ok": False, "error": {"code": "store_damaged"}}]
    assert ctl("verify").code == 5
