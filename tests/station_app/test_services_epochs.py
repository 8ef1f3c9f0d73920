"""A station that goes on in its next epoch knows its forms and its people, and counts the same day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bundle.keys import key_id, public_key
from campaign.entered import holder_from_fields
from campaign.events import JournalStarted, Point
from campaign.refusal import InputRefused
from db.journal import Journal
from station_app.services.close_shift import close_shift
from station_app.services.log_application import Application, log_application
from station_app.services.station import PROGRAM, Station
from station_app.services.status import station_status
from station_app.services.verify import verify_station
from station_app.services.void_application import void_application
from tests.station_app.desks import Clock, as_user, opened, station_at

NUMBER = "031195004417"


def a_form(station: Station, form_id: str, number: str = NUMBER) -> Application:
    entered = holder_from_fields(number, today=station.clock().date(), rules=station.catalogue.scan_rules)
    return Application(device="TB-1", form_id=form_id, entered=entered, source="typed", case_type="exchange_on_request")


@pytest.fixture
def first_n(home: Path, clock: Clock) -> int:
    """The entry of form-1 in epoch 1, which then ended."""
    with station_at(home, clock) as station:
        opened(station)
        n = log_application(station, a_form(station, "form-1")).n
        close_shift(station, "TB-1", 1)
        standing = station_status(station).standing
        identity = station.identity
        with station.store.write() as tx:
            journal = Journal(tx, identity.station, 2, station.catalogue.outcome_rules, station.keys.marks)
            body = JournalStarted(
                campaign=identity.campaign,
                station=identity.station,
                unit=identity.unit,
                epoch=2,
                key_id=key_id(public_key(station.keys.signing)),
                drill=identity.drill,
                program=PROGRAM,
                continues=Point(epoch=1, n=standing.last, head=standing.head),
            )
            journal.append(body, at=standing.last_at, by="nb.thinh", day=clock().date())
    return n


@pytest.fixture
def next_epoch(home: Path, clock: Clock, first_n: int) -> Iterator[Station]:
    clock.set("09:00")
    with station_at(home, clock) as station:
        assert station.identity.epoch == 2
        opened(station)
        yield station


def test_a_form_of_an_earlier_epoch_is_known(next_epoch: Station, first_n: int) -> None:
    repeated = log_application(next_epoch, a_form(next_epoch, "form-1"))
    assert (repeated.n, repeated.repeated) == (first_n, True)
    with pytest.raises(InputRefused, match=r"^form_id_conflict$") as conflict:
        log_application(next_epoch, replace(a_form(next_epoch, "form-1"), case_type="reissue_lost"))
    assert conflict.value.fields == {"n": first_n, "epoch": 1}


def test_a_number_of_an_earlier_epoch_is_a_duplicate(next_epoch: Station, first_n: int) -> None:
    with pytest.raises(InputRefused, match=r"^duplicate$") as duplicate:
        log_application(next_epoch, a_form(next_epoch, "form-2"))
    assert (duplicate.value.fields["epoch"], duplicate.value.fields["n"]) == (1, first_n)
    supervisor = as_user(next_epoch, "pd.luong")
    log_application(supervisor, replace(a_form(next_epoch, "form-2"), override_reason="hai người"))
    funnel = station_status(next_epoch).figures.funnel
    assert (funnel.logged, funnel.sealed, funnel.received) == (2, 1, 1)


def test_an_entry_number_means_one_of_this_epoch(next_epoch: Station, first_n: int) -> None:
    with pytest.raises(InputRefused, match=r"^no_such_entry$"):
        void_application(next_epoch, first_n, "wrong_person", as_user(next_epoch, "pd.luong").person)


def test_both_epochs_verify(next_epoch: Station) -> None:
    log_application(next_epoch, a_form(next_epoch, "form-3", "031195004418"))
    verified, status = verify_station(next_epoch), station_status(next_epoch)
    assert verified.ok, verified.found.differences
    assert (status.standing.epoch, verified.head) == (2, status.standing.head)
    assert [(chain.epoch, chain.entries) for chain in verified.found.chains][1] == (2, status.standing.last)
    assert verified.to_dict()["entries"] == status.standing.last
