"""`commandctl` as its callers meet it: the keys of its answers, its codes, its exit codes."""

from __future__ import annotations

import io
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bundle.documents import Trust, read_document
from bundle.envelope import read_envelope
from bundle.keys import public_key
from bundle.layout import request_path
from bundle.stick import Stick
from bundle.writer import Row, write_bundle
from campaign.calendar import parse_time
from command_app.bootstrap import open_city
from command_app.store_places import USER, slots_of
from db.keyslots import KeySlots
from tests.bundle.city import request_line
from tests.bundle.files import facts_of
from tests.command_app.cities import PaperStation, on_stick
from tests.station_app.cli import CAMPAIGN, PASSWORD, QUICK, Answer, Commandctl, moment

PLAN = """campaign = "hp-2021"
version = {version}
title = "Kế hoạch"
effective_from = 2021-04-09
deadline = 2021-05-01
target = 1000
place_code = "031"
[[window]]
id = "ca-1"
label = "Ca 1"
start = 07:30:00
end = 12:30:00
[sync]
orange_hours = 24
"""

ROW = ["file", "station", "epoch", "seq", "first", "last", "new", "known", "quarantined", "state", "code"]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice city with keys, which opens at once. Not to be written to: `ctl` works at a copy."""
    city = Commandctl(tmp_path_factory.mktemp("prepared") / "city", moment("08:00"))
    city.folder.mkdir()
    founded = city("init", "--campaign", CAMPAIGN, "--keys", city.keys, "--drill")
    assert founded.code == 0, founded
    names = ["campaign", "drill", "trust_version", "root_fingerprint", "keys"]
    assert list(founded.document) == names
    file = slots_of(city.folder / "command.db")
    key = KeySlots.open(file).unlock(USER, PASSWORD, now=parse_time(city.now))
    KeySlots.open(file, QUICK).add(USER, USER, USER, PASSWORD, key)
    return city.folder


@pytest.fixture
def ctl(prepared: Path, tmp_path: Path) -> Commandctl:
    """The practice city, with an empty stick beside it."""
    shutil.copytree(prepared, tmp_path / "city")
    (tmp_path / "city" / "stick").mkdir()
    return Commandctl(tmp_path / "city", moment("08:00"))


@pytest.fixture
def stick(ctl: Commandctl) -> Path:
    return ctl.folder / "stick"


@pytest.fixture
def station(ctl: Commandctl, stick: Path) -> PaperStation:
    """Enrolled."""
    station = PaperStation().begun().log_many(3)
    line = request_line(station.key, station=station.code, campaign=CAMPAIGN, key=public_key(station.key).hex())
    Stick(stick).write_document(request_path(station.code, 1), line)
    assert ctl("enrol", stick, "--keys", ctl.keys).code == 0
    return station


def bundle(stick: Path, station: PaperStation, seq: int = 1, first: int = 1, last: int | None = None) -> Path:
    """A bundle to this city's own recipients, on the stick."""
    payload = read_envelope((stick / "enrol/trust/000001.trust").read_bytes()[:-1], "trust", single=False).payload
    recipients = read_document(payload, Trust).recipients
    rows: list[Row] = station.rows(first, last)
    facts = facts_of(
        rows,
        campaign=CAMPAIGN,
        station=station.code,
        seq=seq,
        first=first,
        last=first + len(rows) - 1,
        head_before=bytes.fromhex(station.head(first - 1)),
    )
    out = io.BytesIO()
    write_bundle(
        out,
        rows,
        facts,
        private_key=station.key,
        recipients=[recipients.city, recipients.recovery],
        spool=io.BytesIO(),
    )
    return on_stick(stick, out.getvalue(), station.code, 1, seq)


def keys_of(answer: Answer, *path: str) -> list[str]:
    """The keys of the document, or of the first row of a list in it."""
    found = answer.document
    for step in path:
        found = found[step][0] if isinstance(found[step], list) else found[step]
    assert isinstance(found, Mapping)
    return list(found)


def test_the_answers_have_the_keys_of_the_contract(ctl: Commandctl, stick: Path, station: PaperStation) -> None:
    clone = station.twin()
    n = station.void(station.last)
    clone.log(minutes=7)
    first = bundle(stick, station)
    bundle(stick, clone, seq=2)
    taken = ctl("import", stick, "--keys", ctl.keys)
    assert (taken.code, list(taken.document)) == (3, ["bundles", "ignored", "imported"])
    accepted, forked = taken.document["bundles"]
    assert list(accepted) == ROW
    assert (accepted["file"], accepted["state"], accepted["new"]) == (str(first), "accepted", station.last)
    assert list(forked) == [*ROW, "evidence"]
    assert forked["evidence"] == {"n": n, "held": station.head(), "offered": clone.head()}

    status = ctl("status")
    assert keys_of(status) == ["stations", "city"]
    assert keys_of(status, "city") == ["total", "by_day", "target", "stations"]
    row = ["station", "epoch", "accepted_through", "head", "last_bundle_at", "total", "by_outcome", "by_day", "state"]
    assert keys_of(status, "stations") == row
    assert status.document["stations"][0]["state"] == "fork"
    forks = ctl("fork", "list")
    assert keys_of(forks, "forks") == ["station", "epoch", "evidence", "file"]
    assert forks.document["forks"][0]["evidence"] == forked["evidence"]

    receipts = ctl("receipts", stick, "--keys", ctl.keys)
    assert keys_of(receipts, "receipts") == ["file", "station", "epoch", "serial", "accepted_through"]
    verified = ctl("verify")
    assert (verified.code, keys_of(verified)) == (0, ["ok", "entries", "heads", "differences", "ignored"])
    assert verified.document["heads"] == [{"station": station.code, "epoch": 1, "head": station.head()}]
    assert ctl("quarantine", "list").document == {"quarantined": []}
    assert ctl("duplicates").document == {"duplicates": []}
    revoked = ctl("revoke", station.code, "--epoch", "1", "--after", "2", "--keys", ctl.keys)
    assert revoked.document == {"trust_version": 2}
    assert ctl("status").document["stations"][0]["state"] == "revoked"


def test_a_rehearsal_answers_as_the_real_run_and_changes_nothing(
    ctl: Commandctl, stick: Path, station: PaperStation
) -> None:
    bundle(stick, station, last=3)
    bundle(stick, station, seq=2, first=4)
    before = ctl("status").document
    rehearsed = ctl("import", stick, "--keys", ctl.keys, "--dry-run")
    assert ctl("status").document == before
    real = ctl("import", stick, "--keys", ctl.keys)
    assert (rehearsed.code, rehearsed.document) == (real.code, real.document)
    assert real.document["imported"] == station.last


def test_nothing_to_import_is_done(ctl: Commandctl, stick: Path, station: PaperStation) -> None:
    taken = ctl("import", stick, "--keys", ctl.keys)
    assert (taken.code, taken.document) == (0, {"bundles": [], "ignored": [], "imported": 0})


def test_a_path_that_is_not_there_stops_no_other(ctl: Commandctl, stick: Path, station: PaperStation) -> None:
    bundle(stick, station)
    taken = ctl("import", "nowhere", stick, "--keys", ctl.keys)
    assert (taken.code, taken.document["imported"]) == (3, station.last)
    (gone,) = [row for row in taken.document["bundles"] if row["state"] == "refused"]
    assert (gone["code"], "station" in gone) == ("not_found", False)


def test_a_quarantined_entry_is_done_but_told(ctl: Commandctl, stick: Path, station: PaperStation) -> None:
    station.written.add_not_understood("iris_scanned", {"quality": 9})
    bundle(stick, station)
    taken = ctl("import", stick, "--keys", ctl.keys)
    assert (taken.code, taken.document["bundles"][0]["quarantined"]) == (4, 1)
    listed = {"station": station.code, "epoch": 1, "n": station.last, "code": "unknown_kind"}
    assert ctl("quarantine", "list").document == {"quarantined": [listed]}
    assert ctl("import", stick, "--keys", ctl.keys).code == 0


def test_a_gap_names_what_is_missing(ctl: Commandctl, stick: Path, station: PaperStation) -> None:
    bundle(stick, station, first=4)
    taken = ctl("import", stick, "--keys", ctl.keys)
    (told,) = taken.document["bundles"]
    assert (taken.code, told["code"], told["missing"]) == (3, "gap", [1, 3])
    assert list(told) == [*ROW, "missing"]


def test_one_program_writes_and_lookers_stand_beside(ctl: Commandctl, stick: Path, station: PaperStation) -> None:
    bundle(stick, station)
    url = f"sqlite:///{ctl.folder}/command.db"
    with open_city(url, PASSWORD, lambda **_: lambda: parse_time(ctl.now)):
        taken = ctl("import", stick, "--keys", ctl.keys)
        assert (taken.code, taken.error) == (7, "store_in_use")
        lookers = ("status",), ("verify",), ("duplicates",), ("plan", "show"), ("fork", "list"), ("quarantine", "list")
        for command in lookers:
            assert ctl(*command).code == 0, command


@pytest.mark.parametrize(
    ("text", "signers", "code"),
    [
        (PLAN.format(version=1), "ab", "version_not_rising"),
        (PLAN.format(version=2), "a", "bad_signature"),
        (PLAN.format(version=2), "aa", "bad_signature"),
        (PLAN.format(version=2), "az", "key_missing"),
        (PLAN.format(version=2).replace("hp-2021", "another"), "ab", "wrong_campaign"),
        (PLAN.format(version=2).replace('"ca-1"', "7"), "ab", "bad_plan"),
        ("[", "ab", "bad_plan"),
    ],
)
def test_a_plan_that_no_station_would_take_is_not_issued(
    ctl: Commandctl, tmp_path: Path, text: str, signers: str, code: str
) -> None:
    shown = ctl("plan", "show").document
    answer = issue(ctl, tmp_path, text, signers)
    assert (answer.code, answer.error) == (3, code)
    assert ctl("plan", "show").document == shown


def test_a_plan_is_issued_shown_and_put_onto_a_stick(ctl: Commandctl, tmp_path: Path, stick: Path) -> None:
    answer = issue(ctl, tmp_path, PLAN.format(version=2), "ab", "--stick", stick)
    assert (answer.code, answer.document) == (0, {"version": 2, "effective_from": "2021-04-09"})
    assert (stick / "enrol/plans/000002.plan").is_file()
    assert ctl("plan", "show").document["target"] == 1000
    assert replace(ctl, now=moment("08:00", "2021-04-09"))("status").document["city"]["target"] == 1000


def test_a_station_from_which_nothing_comes_is_late(ctl: Commandctl, stick: Path, station: PaperStation) -> None:
    bundle(stick, station)
    assert ctl("import", stick, "--keys", ctl.keys).code == 0
    states = [
        replace(ctl, now=moment(clock, day))("status").document["stations"][0]["state"]
        for clock, day in (("07:59", "2021-04-09"), ("08:00", "2021-04-09"))
    ]
    assert states == ["ok", "late"]


def test_a_wrong_password_opens_nothing(ctl: Commandctl, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("wrong\n", encoding="utf-8")
    answer = ctl("status", "--password-file", tmp_path / "password")
    assert (answer.code, answer.error) == (6, "wrong_password")


def issue(ctl: Commandctl, folder: Path, text: str, signers: str, *more: str | Path) -> Answer:
    file = folder / "plan.toml"
    file.write_text(text, encoding="utf-8")
    names = [argument for name in signers for argument in ("--sign-as", name)]
    return ctl("plan", "issue", file, "--keys", ctl.keys, *names, *more)
