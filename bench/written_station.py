"""A station that exists only as a key and a journal: days of applications written straight into a bundle, so that a
whole city's campaign is there in minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryFile

from msgspec import UNSET

from bench.people import Citizen, Population
from bundle.keys import key_id, public_key
from bundle.layout import bundle_path
from bundle.writer import BundleFacts, Row, write_bundle
from campaign.calendar import VIETNAM, at_clock, format_time
from campaign.chain import commitment, first_head
from campaign.entry import make_entry
from campaign.events import ApplicationLogged, ApplicationVoided, Body, JournalStarted, ShiftOpened, ShiftSealed
from campaign.subject import Subject, subject_bytes
from command_app.bootstrap import catalogue

CAMPAIGN = "dot-thu"
FIRST_DAY = date(2021, 3, 15)
A_DAY = 350
"""Applications of a device and day: the campaign's quota."""
UNIT = "Công an thành phố Hải Phòng"
_OUTCOMES = [outcome for outcome in catalogue().outcomes.values() if outcome.id != "accepted"]


@dataclass
class WrittenStation:
    """``guests`` are people who were seen elsewhere, too: one in 500 applications is one of theirs."""

    number: int
    guests: list[Citizen] = field(default_factory=list)

    @property
    def code(self) -> str:
        return f"HP-D{self.number:03}"

    @property
    def key(self) -> bytes:
        return sha256(f"station {self.number}".encode()).digest()

    def write(self, root: Path, count: int, recipients: list[str]) -> Path:
        """Its bundle of ``count`` entries where a stick has it."""
        path = root / bundle_path(self.code, 1, 1)
        path.parent.mkdir(parents=True)
        facts = BundleFacts(
            campaign=CAMPAIGN,
            drill=True,
            station=self.code,
            epoch=1,
            seq=1,
            previous=None,
            first=1,
            last=count,
            head_before=first_head(self.code, 1),
            trust_version=1,
            plan_version=1,
            city_generation=1,
            created_at=format_time(datetime(2021, 6, 1, 8, tzinfo=VIETNAM)),
        )
        with path.open("wb") as out, TemporaryFile() as spool:
            write_bundle(out, self._rows(count), facts, private_key=self.key, recipients=recipients, spool=spool)
        return path

    def _rows(self, count: int) -> Iterator[Row]:
        random = Random(self.number)
        days = self._days(random)
        for n in range(1, count + 1):
            body, at, day, place, subject = next(days)
            salt = data = digest = None
            if subject is not None:
                salt, data = random.randbytes(16), subject_bytes(subject)
                digest = commitment(salt, data)
            entry = make_entry(n, format_time(at), day, "can.bo", body, subject=digest, **place)
            yield entry.data, salt, data

    def _days(self, random: Random) -> Iterator[tuple[Body, datetime, date, dict[str, str], Subject | None]]:
        """Day after day: a shift is opened, people come, now and then one is voided, the shift is sealed."""
        population = Population(catalogue().units, random, FIRST_DAY)
        at = at_clock(FIRST_DAY, datetime.min.time().replace(hour=7))
        started = JournalStarted(
            campaign=CAMPAIGN,
            station=self.code,
            unit=UNIT,
            epoch=1,
            key_id=key_id(public_key(self.key)),
            drill=True,
            program="bench",
        )
        yield started, at, FIRST_DAY, {}, None
        n, passed = 1, 0
        while True:
            day = FIRST_DAY + timedelta(days=passed)
            passed += 1
            at = at_clock(day, datetime.min.time().replace(hour=7, minute=30))
            place = {"shift": f"{day}.TB-1.ca-1.1", "device": "TB-1"}
            yield _opened(day), at, day, place, None
            n += 1
            for _ in range(A_DAY):
                at += timedelta(seconds=random.randrange(60, 180))
                citizen = self._somebody(random, population)
                yield _application(random, f"{self.number}-{n}", citizen), at, day, place, _subject(random, citizen)
                n += 1
                if random.random() < 0.01:
                    yield ApplicationVoided(entry=n, reason="typing_error"), at, day, place, None
                    n += 1
            yield ShiftSealed(), at, day, place, None
            n += 1

    def _somebody(self, random: Random, population: Population) -> Citizen:
        if self.guests and random.random() < 0.002:
            return random.choice(self.guests)
        return population.citizen()


def _opened(day: date) -> ShiftOpened:
    return ShiftOpened(
        window="ca-1",
        day=day.isoformat(),
        plan_version=1,
        quota=A_DAY,
        planned_minutes=900,
        commander="Phạm Đức Lương",
        crew=["can.bo"],
        checks=[],
    )


def _application(random: Random, form: str, citizen: Citizen) -> ApplicationLogged:
    outcome, reason = "accepted", None
    if random.random() < 0.05:
        other = random.choice(_OUTCOMES)
        outcome = other.id
        reason = random.choice(other.reasons).id if other.needs_reason else None
    return ApplicationLogged(
        form_id=f"{form}-{random.getrandbits(64):016x}",
        case_type="from_cmnd9",
        outcome=outcome,
        reason=reason or UNSET,
        commune=citizen.commune.code,
        source="typed",
        warnings=[],
        took_ms=random.randrange(20_000, 200_000),
    )


def _subject(random: Random, citizen: Citizen) -> Subject:
    """By a chip card, or by an old paper without the personal number."""
    by_card = random.random() < 0.4
    return Subject(
        number=citizen.number if by_card else UNSET,
        old_number=UNSET if by_card else citizen.old_number,
        name=citizen.name,
        birth_date=citizen.birth_date.isoformat(),
        sex=citizen.sex,
        commune=citizen.commune.code,
    )
