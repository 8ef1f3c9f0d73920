"""A station and its city before something is lost, by their command lines."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from campaign.calendar import parse_time
from command_app.cli import main as commandctl
from command_app.store_places import USER, slots_of
from db.keyslots import KeySlots
from db.server_store import connect_to_server
from tests.db.stores import tampering
from tests.station_app.cli import (
    CAMPAIGN,
    OPERATOR,
    PASSWORD,
    STATION,
    UNIT,
    Answer,
    Commandctl,
    Stationctl,
    copied_drill,
    moment,
    new_drill,
    run,
    unlock_quickly,
)

NAMED = ("--campaign", CAMPAIGN, "--station", STATION, "--unit", UNIT)


def done(answer: Answer) -> Any:
    """What a command that did its work has said."""
    assert answer.code == 0, answer
    return answer.document if len(answer.lines) == 1 else answer.lines


def log(station: Stationctl, *people: int) -> None:
    """An application of each person, whose form bears the person's number."""
    done(station.by(OPERATOR).log(*(a_line(number) for number in people)))


def a_line(number: int, **changes: str) -> dict[str, str]:
    given = {"number": f"031092{number:06}", "name": f"Nguyễn Thị {number}", "form_id": f"TK-{number}"}
    return given | changes


def sent_once(folder: Path, server: str = "") -> None:
    """A station with an open shift and three applications, which the command holds."""
    new_drill(folder, server)
    opening = ("--device", "TB-1", "--window", "ca-1", "--commander", "Phạm Đức Lương", "--all-checks-ok")
    station, city = Stationctl(folder / "station"), Commandctl(folder / "city", server=server)
    done(station.by(OPERATOR)("shift", "open", *opening))
    log(station, 1, 2, 3)
    done(station("export", folder / "stick"))
    done(city("import", folder / "stick", "--keys", city.keys))


def a_scene(prepared: Path, folder: Path, database: str, *sticks: str) -> Path:
    """A copy of what was ``prepared``, or the same anew in a database; and empty folders beside it."""
    if database:
        sent_once(folder, database)
        shutil.rmtree(folder / "stick")
    else:
        copied_drill(prepared, folder)
    for name in sticks:
        (folder / name).mkdir()
    return folder


def begun(new: Stationctl, *more: str) -> Any:
    """A new computer waits for what the command holds of the dead one."""
    return done(new("init", "--rebuild", *NAMED, "--drill", *more))


def rebuilt(new: Stationctl, city: Commandctl, stick: Path, *more: str) -> Any:
    """The command's answer to a request, and the station up again."""
    done(new("request", stick))
    answer = done(city("rebuild", STATION, stick, "--keys", city.keys, *more))
    done(new("init", "--from", answer["file"]))
    unlock_quickly(new.home)
    return answer


class EarnestCity(Commandctl):
    """At the real time."""

    def __call__(self, *arguments: str | Path) -> Answer:
        asked = ["--store", self.store, *arguments, "--json"]
        return run(commandctl, *asked, env={"COMMAND_PASSWORD": PASSWORD})


def a_city(folder: Path, clock: str, server: str = "") -> Commandctl:
    return replace(Commandctl(folder / "city", server=server), now=moment(clock))


def stands(city: Commandctl) -> Any:
    """The only station's row."""
    (row,) = done(city("status"))["stations"]
    return row


def taken(city: Commandctl, *sticks: Path) -> list[tuple[str, str | None]]:
    """State and code of each file that was imported."""
    answer = city("import", *sticks, "--keys", city.keys)
    return [(row["state"], row["code"]) for row in answer.document["bundles"]]


def miscount(store: Path) -> None:
    """Somebody with the store's key makes it tell of more applications than its journals do."""
    key = KeySlots.open(slots_of(store)).unlock(USER, PASSWORD, now=parse_time(moment("08:00")))
    with tampering(store, key) as database:
        database.execute(MISCOUNT)


def miscount_in(city: Commandctl) -> None:
    """The same, wherever the command's store is."""
    if not city.server:
        return miscount(city.folder / "command.db")
    with connect_to_server(city.server) as connection:
        connection.exec_driver_sql(MISCOUNT)


MISCOUNT = "UPDATE tallies SET count = count + 1"
