"""Whom the city takes for a station: a key per station and epoch, accepted by a fingerprint told by telephone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bundle.envelope import read_envelope
from bundle.keys import fingerprint, key_id, public_key
from bundle.layout import enrolment_path, plan_path, request_path, trust_path
from bundle.stick import Stick, read_document
from bundle.trust import verify_enrolment
from campaign.refusal import InputRefused, StorageRefused
from command_app.services.city import City, enrolled_keys, trust_of
from command_app.services.enrol_station import Enrolling, enrol_stations
from command_app.services.issue_plan import issue_plan
from tests.bundle.city import OFFICER_A, OFFICER_B, STATION_KEY, STRANGER, a_key, request_line
from tests.command_app.cities import a_city, a_plan, dump

STORES = ("file", "server")
CODE = "HP-LC-01"
TOLD = fingerprint(key_id(public_key(STATION_KEY)))


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    (tmp_path / "stick").mkdir()
    return Stick(tmp_path / "stick")


@pytest.fixture
def drill(tmp_path: Path) -> Iterator[City]:
    with a_city(tmp_path) as city:
        yield city


@pytest.fixture
def real(tmp_path: Path) -> Iterator[City]:
    with a_city(tmp_path, drill=False) as city:
        yield city


def asked(city: City, stick: Stick, line: bytes, name: str = CODE, **accept: str) -> Enrolling:
    stick.write_document(request_path(name, 1), line)
    return enrol_stations(city, stick, OFFICER_A, {code.replace("_", "-"): told for code, told in accept.items()})


def codes(enrolling: Enrolling) -> list[str]:
    return [row.code for row in enrolling.refused]


def test_in_a_drill_a_request_is_enough(drill: City, stick: Stick) -> None:
    enrolling = asked(drill, stick, request_line())
    assert [(row.station, row.epoch, row.fingerprint) for row in enrolling.enrolled] == [(CODE, 1, TOLD)]
    assert enrolling.refused == []
    with drill.store.read() as snapshot:
        trust = trust_of(snapshot)
        (known,) = enrolled_keys(snapshot).values()
    assert (known.station, known.epoch, known.public) == (CODE, 1, public_key(STATION_KEY))
    line = read_document(stick.root / enrolment_path(CODE, 1))
    enrolment = verify_enrolment(line, trust, station=CODE, key=public_key(STATION_KEY))
    assert (enrolment.unit, enrolment.epoch, enrolment.issued_at) == (
        "Công an quận Lê Chân",
        1,
        "2021-04-02T12:00:00+07:00",
    )


def test_the_stick_gets_trust_and_plans_too(drill: City, stick: Stick) -> None:
    issue_plan(drill, a_plan(version=1), [OFFICER_A, OFFICER_B])
    issue_plan(drill, a_plan(version=2), [OFFICER_A, OFFICER_B])
    asked(drill, stick, request_line())
    names = [trust_path(1), plan_path(1), plan_path(2), enrolment_path(CODE, 1)]
    assert all((stick.root / name).exists() for name in names)


def test_the_same_request_again_gets_the_same_answer(drill: City, stick: Stick) -> None:
    first = asked(drill, stick, request_line())
    answer = (stick.root / enrolment_path(CODE, 1)).read_bytes()
    (stick.root / enrolment_path(CODE, 1)).unlink()
    before = dump(drill)
    assert asked(drill, stick, request_line(created_at="2021-03-14T07:00:00+07:00")) == first
    assert (stick.root / enrolment_path(CODE, 1)).read_bytes() == answer
    assert dump(drill) == before


def test_a_second_key_is_refused(drill: City, stick: Stick) -> None:
    asked(drill, stick, request_line())
    before = dump(drill)
    other = a_key(33)
    enrolling = asked(drill, stick, request_line(other, key=public_key(other).hex()))
    assert (enrolling.enrolled, codes(enrolling)) == ([], ["second_key"])
    assert dump(drill) == before


def test_a_key_is_one_stations(drill: City, stick: Stick) -> None:
    asked(drill, stick, request_line())
    before = dump(drill)
    enrolling = asked(drill, stick, request_line(station="HP-NQ-02"), name="HP-NQ-02")
    assert [(row.file, row.code) for row in enrolling.refused] == [("HP-NQ-02-e1.request", "key_in_use")]
    assert [row.station for row in enrolling.enrolled] == [CODE]
    assert dump(drill) == before


def test_only_a_first_epoch_is_enrolled_by_request(drill: City, stick: Stick) -> None:
    assert codes(asked(drill, stick, request_line(epoch=2))) == ["epoch_unexpected"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"no envelope", "bad_envelope"),
        (request_line(campaign="another"), "wrong_campaign"),
        (request_line(drill=False), "wrong_campaign"),
        (request_line(STRANGER), "unknown_key"),
        (request_line().replace(b'"sig":"', b'"sig":"AAAA')[:-9] + b'=="}]}', "bad_envelope"),
    ],
)
def test_a_request_that_is_not_right_is_refused_and_stops_no_other(
    drill: City, stick: Stick, line: bytes, code: str
) -> None:
    stick.write_document(request_path("HP-AA-01", 1), line)
    enrolling = asked(drill, stick, request_line())
    assert [(row.file, row.code) for row in enrolling.refused] == [("HP-AA-01-e1.request", code)]
    assert [row.station for row in enrolling.enrolled] == [CODE]


def test_in_earnest_a_fingerprint_has_to_be_told(real: City, stick: Stick) -> None:
    line = request_line(drill=False)
    assert codes(asked(real, stick, line)) == ["not_accepted"]
    assert codes(asked(real, stick, line, HP_LC_01="0000 0000 0000 0000")) == ["not_accepted"]
    assert codes(asked(real, stick, line, HP_NQ_02=TOLD)) == ["not_accepted"]
    assert not (stick.root / enrolment_path(CODE, 1)).exists()
    assert [row.station for row in asked(real, stick, line, HP_LC_01=TOLD.upper().replace(" ", "")).enrolled] == [CODE]
    assert codes(asked(real, stick, line)) == []


def test_in_a_drill_a_wrong_fingerprint_is_still_wrong(drill: City, stick: Stick) -> None:
    assert codes(asked(drill, stick, request_line(), HP_LC_01="0000 0000 0000 0000")) == ["not_accepted"]


def test_only_an_officer_enrols(drill: City, stick: Stick) -> None:
    stick.write_document(request_path(CODE, 1), request_line())
    with pytest.raises(InputRefused, match="unknown_key"):
        enrol_stations(drill, stick, STRANGER, {})
    assert enrol_stations(drill, stick, OFFICER_B, {}).refused == []
    line = read_document(stick.root / enrolment_path(CODE, 1))
    assert read_envelope(line, "enrolment", single=True).signatures[0].keyid == key_id(public_key(OFFICER_B))


def test_a_stick_that_fails_leaves_no_enrolment(drill: City, stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    stick.write_document(request_path(CODE, 1), request_line())
    before = dump(drill)

    def full(*_: object) -> None:
        raise StorageRefused("no_space")

    monkeypatch.setattr("bundle.stick.Stick.write_document", full)
    with pytest.raises(StorageRefused, match="no_space"):
        enrol_stations(drill, stick, OFFICER_A, {})
    assert dump(drill) == before


def test_a_store_that_fails_leaves_no_enrolment_on_the_stick(
    drill: City, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick.write_document(request_path(CODE, 1), request_line())

    def full(*_: object) -> None:
        raise StorageRefused("disk_full")

    monkeypatch.setattr("db.transaction.Transaction.close", full)
    with pytest.raises(StorageRefused, match="disk_full"):
        enrol_stations(drill, stick, OFFICER_A, {})
    assert not (stick.root / enrolment_path(CODE, 1)).exists()
