"""The campaign's progress equals a plain recount of the journal, whatever people did on its days."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from campaign.entry import Entry
from campaign.events import ApplicationLogged
from campaign.refusal import NotPermitted, Refusal
from station_app.services.close_shift import close_shift
from station_app.services.show_progress import progress_figures
from station_app.services.undo_last import undo_last
from station_app.services.void_application import void_application
from tests.station_app.desks import Clock, FakeDesk, as_user, at, copied, logged, opened, station_at
from tests.station_app.recount import recount
from tests.station_app.test_services_recount import entries

DAYS = ("2021-04-08", "2021-04-09", "2021-04-11")
OUTCOMES = [("accepted", None)] * 3 + [("missing_papers", "no_old_card")]


def commune_of(entry: Entry) -> str:
    assert isinstance(entry.body, ApplicationLogged)
    return entry.body.commune or ""


@pytest.mark.parametrize("seed", range(3))
def test_progress_is_what_a_plain_recount_tells(prepared_home: Path, tmp_path: Path, seed: int) -> None:
    random, clock = Random(seed), Clock(at("07:30"))
    with station_at(copied(prepared_home, tmp_path / "home"), clock) as station:
        supervisor = as_user(station, "pd.luong")
        for day in DAYS:
            clock.set("21:00", day)
            for device in ("TB-1", "TB-2"):
                with suppress(Refusal):
                    opened(station, device, "ca-3")
            for _ in range(25):
                clock.advance(minutes=random.randrange(14))
                with suppress(Refusal):
                    device, number = random.choice(["TB-1", "TB-2"]), f"0311950{random.randrange(10**5):05}"
                    logged(station, number, device, *random.choice(OUTCOMES))
                    if random.random() < 0.2:
                        undo_last(station, device)
            for device in ("TB-1", "TB-2"):
                with suppress(Refusal):
                    close_shift(station, device, 0, "đếm lại")
            numbers = list(recount(entries(station)).logged)
            with suppress(Refusal):
                void_application(station, random.choice(numbers), "wrong_person", supervisor.person)
        clock.set("05:00", "2021-04-12")
        figures = progress_figures(supervisor)
        seen = figures.campaign
        counted = recount(entries(station))
    assert seen is not None
    of_journal = [entry for day in DAYS for entry in counted.counted(day).values()]
    assert figures.communes == Counter(commune_of(entry) for entry in of_journal)
    assert len(seen.worked) > 2
    assert seen.done > 20
    for campaign_day in seen.days:
        wanted = Counter(counted.done(campaign_day.day.isoformat()))
        assert dict(campaign_day.counted) == wanted
    assert [day.day for day in seen.days] == [date(2021, 3, 13) + timedelta(days=number) for number in range(49)]
    assert {(day.quota, day.devices) for day in seen.days} == {(2100, 6)}
    assert (seen.target, seen.today, seen.left, seen.hours) == (102_900, date(2021, 4, 12), 19, 15)


def test_operators_see_no_progress(desk: FakeDesk) -> None:
    with pytest.raises(NotPermitted, match="role_may_not"):
        progress_figures(desk.station)
