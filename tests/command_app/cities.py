"""A city for tests: its real store, and stations that exist only as a key and a journal, so that they may err."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import select

import resources
from bundle.keys import public_key
from bundle.layout import bundle_path
from bundle.writer import Row
from campaign.calendar import VIETNAM
from campaign.chain import commitment, first_head, next_head
from campaign.entry import Entry
from campaign.subject import Subject, subject_bytes
from command_app.bootstrap import catalogue
from command_app.services.city import City
from command_app.services.import_bundles import Imported, import_bundles
from command_app.services.verify import verify_city
from db import schema
from db.command_schema import metadata
from db.envelopes import KeptEnvelope, keep_envelope
from db.meta import MARK_KEY, write_meta
from db.server_store import create_on_server, open_on_server
from db.statement import Statement
from db.store import Store
from db.transaction import Transaction
from tests.bundle.city import CAMPAIGN, a_first_trust, a_key, enrolment_line, trust_line
from tests.bundle.files import CITY, forged, written
from tests.journals import WrittenJournal, a_journal_started, a_shift_opened, a_void, an_application

STORE_KEY = sha256(b"a command's store").digest()
MARKS = sha256(b"a command's marks").digest()
new_database: Callable[[], str] | None = None
"""Makes a database on a server, where the store is to be there instead of in a file."""
NOON = datetime(2021, 4, 2, 12, 0, tzinfo=VIETNAM)


class Clock:
    """Stands still until it is set."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment


def a_person(number: int, **changes: Any) -> Subject:
    given = {"number": f"031092{number:06}", "name": f"Nguyễn Thị {number}", "birth_date": "1992-03-04"}
    return Subject(**given | changes)


def an_old_paper(number: int, born: str = "1961-07") -> Subject:
    """A person known by a CMND and the birth date on it."""
    return Subject(old_number=f"031{number:06}", name=f"Trần Văn {number}", birth_date=born)


@dataclass
class PaperStation:
    """A key and a journal. ``people`` are salts and subjects by entry; what is taken out of it is withheld."""

    code: str = "HP-LC-01"
    epoch: int = 1
    key: bytes = field(default_factory=lambda: a_key(21))
    written: WrittenJournal = field(default_factory=WrittenJournal)
    people: dict[int, tuple[bytes, bytes]] = field(default_factory=dict)

    def begun(self) -> PaperStation:
        """With its first two entries: the journal's start and an open shift."""
        self.written.add(a_journal_started(station=self.code, epoch=self.epoch))
        self.written.add(a_shift_opened(), **self.written.on())
        return self

    def log(self, person: Subject | None = None, *, minutes: int = 1, withheld: bool = False, **changes: Any) -> int:
        """One application; of somebody whom nobody else is, unless a person is given."""
        n = self.last + 1
        data = subject_bytes(person or a_person(int(sha256(f"{self.code}.{n}".encode()).hexdigest()[:4], 16)))
        return self.log_bytes(data, minutes=minutes, withheld=withheld, **changes)

    def log_bytes(self, subject: bytes, *, minutes: int = 1, withheld: bool = False, **changes: Any) -> int:
        """One application with a subject of any bytes."""
        n = self.last + 1
        salt = sha256(f"{self.code}.{self.epoch}.{n}".encode()).digest()[:16]
        body = an_application(**{"form_id": f"{self.code}-{self.epoch}-{n}"} | changes)
        self.written.add(body, subject=commitment(salt, subject), minutes=minutes, **self.written.on())
        if not withheld:
            self.people[n] = salt, subject
        return n

    def log_many(self, count: int) -> PaperStation:
        for _ in range(count):
            self.log()
        return self

    def void(self, n: int, *, minutes: int = 1) -> int:
        self.written.add(a_void(n), minutes=minutes, **self.written.on())
        return self.last

    @property
    def entries(self) -> list[Entry]:
        return self.written.entries

    @property
    def last(self) -> int:
        return len(self.entries)

    def head(self, n: int | None = None) -> str:
        """h(n) in hex; of the last entry."""
        head = first_head(self.code, self.epoch)
        for entry in self.entries[: self.last if n is None else n]:
            head = next_head(head, entry.data)
        return head.hex()

    def rows(self, first: int = 1, last: int | None = None) -> list[Row]:
        chosen = self.entries[first - 1 : self.last if last is None else last]
        return [(entry.data, *self.people.get(entry.header.n, (None, None))) for entry in chosen]

    def bundle(self, seq: int = 1, first: int = 1, last: int | None = None, **changes: Any) -> bytes:
        """The file of entries first … last, as a station writes it but for the changes."""
        before = bytes.fromhex(self.head(first - 1))
        facts: dict[str, Any] = {"station": self.code, "epoch": self.epoch, "seq": seq, "first": first}
        facts |= {"last": self.last if last is None else last, "head_before": before}
        return written(self.rows(first, last), private_key=self.key, **facts | changes)[0]

    def forged(self, seq: int = 1, first: int = 1, last: int | None = None, **changes: Any) -> bytes:
        """As `bundle`, but with changes that no writer would make (`tests.bundle.files.forged`)."""
        given: dict[str, Any] = {
            "rows": self.rows(first, last),
            "private_key": self.key,
            "station": self.code,
            "epoch": self.epoch,
            "seq": seq,
            "first": first,
            "last": self.last if last is None else last,
            "head_before": self.head(first - 1),
            "head": self.head(last),
        }
        return forged(**given | changes)

    def twin(self) -> PaperStation:
        """A clone of the computer: the same key, the same journal so far."""
        journal = WrittenJournal(self.written.station, self.written.epoch, self.written.at, list(self.entries))
        return PaperStation(self.code, self.epoch, self.key, journal, dict(self.people))


def on_stick(root: Path, file: bytes, station: str = "HP-LC-01", epoch: int = 1, seq: int = 1) -> Path:
    """A bundle where a station puts it; the file's path."""
    path = root / bundle_path(station, epoch, seq)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file)
    return path


@contextmanager
def a_city(folder: Path, *stations: PaperStation, clock: Clock | None = None, drill: bool = True) -> Iterator[City]:
    """The command's store with the first trust and an enrolment of each station."""

    def fill(tx: Transaction) -> None:
        write_meta(tx, MARK_KEY, MARKS)
        keep_envelope(tx, KeptEnvelope("trust", trust_line(a_first_trust(drill=drill)), version=1))

    with _a_store(folder, fill) as store:
        city = City(store, MARKS, catalogue(), clock or Clock())
        for station in stations:
            enrol(city, station)
        yield city


def _a_store(folder: Path, fill: Callable[[Transaction], None]) -> Store:
    if new_database is not None:
        url = new_database()
        create_on_server(url, fill, metadata)
        return open_on_server(url)
    store = Store.create(folder / "command.db", STORE_KEY, metadata)
    with store.write() as tx:
        fill(tx)
    return store


def enrol(city: City, station: PaperStation) -> None:
    line = enrolment_line(station=station.code, epoch=station.epoch, key=public_key(station.key).hex())
    with city.store.write() as tx:
        keep_envelope(tx, KeptEnvelope("enrolment", line, station.code, station.epoch))


def a_plan(**changes: object) -> bytes:
    """A plan as an officer writes it: the example's without stations and devices."""
    text = resources.read("data/plan_example.toml").decode()
    text = re.sub(r"^\[\[(station|device)\]\]\n(.+\n)+", "", text, flags=re.MULTILINE)
    for name, value in {"campaign": CAMPAIGN, **changes}.items():
        shown = f'"{value}"' if isinstance(value, str) else str(value)
        text = re.sub(rf"^{name} = .*$", f"{name} = {shown}", text, count=1, flags=re.MULTILINE)
    return text.encode()


def imported(city: City, *paths: Path, dry_run: bool = False) -> Imported:
    return import_bundles(city, paths, CITY, dry_run=dry_run)


def taken(city: City, folder: Path, *files: bytes) -> list[dict[str, object]]:
    """Imports files one run each; what each run said of its one file, without the file's name."""
    told = []
    for number, file in enumerate(files):
        path = folder / f"{sha256(file).hexdigest()[:8]}-{number}.bundle"
        path.write_bytes(file)
        (row,) = imported(city, path).bundles
        told.append({key: value for key, value in row.to_dict().items() if key != "file"})
    return told


def dump(city: City) -> Mapping[str, list[tuple[Any, ...]]]:
    """All tables, row by row."""
    tables = [*schema.metadata.sorted_tables, *metadata.sorted_tables]
    with city.store.read() as snapshot:
        return {table.name: sorted(snapshot.all(Statement(select(table))), key=repr) for table in tables}


def assert_whole(city: City) -> None:
    verified = verify_city(city)
    assert verified.ok, verified.to_dict()["differences"]
