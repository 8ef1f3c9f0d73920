"""The real command beside the model's accounts of its stations."""

from __future__ import annotations

import shutil
from collections import defaultdict
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bundle.layout import enrolment_path, trust_path
from bundle.stick import Stick
from campaign.refusal import InputRefused
from command_app.services.back_up import back_up, newest_backup
from command_app.services.city import City
from command_app.services.decide_fork import decide_fork
from command_app.services.import_bundles import BundleTold
from command_app.services.orders import write_orders
from command_app.services.restore_city import restore_city
from command_app.services.revoke_station import revoke_station
from command_app.services.rotate_trust import rotate_trust
from command_app.services.status import city_status, list_forks
from command_app.services.verify import verify_city
from command_app.store_places import USER, FilePlace
from db.command_bundles import Fork
from tests.protocol.homes import CITY_STORE, CODES, PASSWORD, Homes, key_files
from tests.protocol.model import Account, Bundle, BundleVerdict, Evidence, Place, Point, Receipt, Trust, head_at
from tests.protocol.people import Heads, Told
from tests.protocol.sticks import Sticks
from tests.station_app.desks import Clock

ROOTS = (1, 2)
"""The numbers of the keys that sign a trust."""


@dataclass
class Memory:
    """What a backup holds of it. ``arrived`` are entries in the order in which they came, by station."""

    accounts: dict[Place, Account] = field(default_factory=lambda: defaultdict(Account))
    arrived: dict[str, Heads] = field(default_factory=lambda: {code: [] for code in CODES})
    serials: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CODES, 0))


@dataclass
class Command:
    """``trusts`` are the versions in force so far; ``enrolled`` gives the key's fingerprint, and where the epoch goes
    on from. A stick that never leaves the office has all that was given out. ``backup`` is the newest.
    """

    homes: Homes
    clock: Clock
    folder: Path
    city: City
    trusts: list[Trust]
    memory: Memory = field(default_factory=Memory)
    enrolled: dict[Place, tuple[str, Point | None]] = field(
        default_factory=lambda: {(code, 1): ("", None) for code in CODES}
    )
    backup: Memory | None = None
    backups: int = 0
    restores: int = 0

    @classmethod
    def at(cls, homes: Homes, clock: Clock, folder: Path, trust: Trust) -> Command:
        (folder / "office").mkdir()
        return cls(homes, clock, folder, homes.open_city((folder / CITY_STORE).parent, clock), [trust])

    @property
    def trust(self) -> Trust:
        return self.trusts[-1]

    @property
    def office(self) -> Stick:
        return Stick(self.folder / "office")

    def hand_out(self) -> None:
        """What was signed goes to the office's stick too."""
        with self.city.store.read() as snapshot:
            write_orders(snapshot, self.office)

    @property
    def officer(self) -> bytes:
        return key_files(self.folder).officer("a")

    def account(self, place: Place) -> Account:
        return self.memory.accounts[place]

    @property
    def held(self) -> dict[str, Heads]:
        """The entries of each station as they came."""
        return self.memory.arrived

    def newest(self, code: str) -> int:
        """The last epoch for which a key is enrolled."""
        return max(epoch for other, epoch in self.enrolled if other == code)

    def newest_met(self, code: str) -> int:
        """That of which a receipt tells; 0 where none is given."""
        met = (place[1] for place, account in self.memory.accounts.items() if place[0] == code and account.met)
        return max(met, default=0)

    def compare(self, bundle: Bundle, told: BundleTold) -> None:
        account = self.account(bundle.place)
        verdict = account.take(bundle, self.trust.after(bundle.place))
        assert BundleVerdict(told.state, told.code, told.new, told.known, told.evidence, told.missing) == verdict
        code, epoch = bundle.place
        assert told.warning is None, "every trust that was given out is held"
        last = len(account.held)
        fresh = enumerate(account.held[last - verdict.new :], last - verdict.new + 1)
        self.memory.arrived[code] += [(epoch, n, head) for n, head in fresh]
        if bundle.signed:
            another = tuple(account.held[bundle.first - 1 : bundle.last]) != bundle.heads
            assert told.state == "refused" or not another, "a fork passed in silence"
            assert (told.station, told.epoch, told.seq, told.first, told.last) == (
                *(code, epoch, bundle.seq, bundle.first, bundle.last),
            )

    def receipts(self) -> list[Receipt]:
        """One for each station that was met, of the newest epoch; what was met of all its epochs then is listed."""
        receipts = []
        for code in sorted(CODES):
            if epoch := self.newest_met(code):
                place = (code, epoch)
                self.memory.serials[code] += 1
                receipts.append(self.account(place).receipt(place, self.trust, self.memory.serials[code]))
                for (other, _), account in self.memory.accounts.items():
                    if other == code:
                        account.unlisted.clear()
        return receipts

    def check(self, told: Told) -> None:
        """What is held, what it is counted for, and what is said of each station."""
        status = city_status(self.city)
        counted = told.counted(self.held)
        for row in status.stations:
            place = (row.station, self.newest(row.station))
            account = self.account(place)
            assert row.epoch == place[1]
            assert row.accepted_through == len(account.held)
            assert row.head == head_at(place, account.held, len(account.held))
            assert row.total == counted[row.station], "counted twice, or not at all"
            assert row.state == account.state(self.trust.after(place))
            assert [(one.epoch, one.first, one.last) for one in row.missing] == self.missing(row.station)
        assert status.city.total == counted.total()
        assert _evidence(list_forks(self.city)) == self.undecided()

    def missing(self, code: str) -> list[tuple[int, int, int]]:
        """Epoch, first and last of what was told of and never came."""
        accounts = sorted(self.memory.accounts.items(), key=lambda one: one[0])
        return [
            (epoch, len(account.held) + 1, account.through)
            for (other, epoch), account in accounts
            if other == code and account.through > len(account.held)
        ]

    def undecided(self, code: str | None = None) -> set[tuple[Place, Evidence]]:
        return {
            (place, evidence)
            for place, account in self.memory.accounts.items()
            for evidence in account.undecided
            if code in (None, place[0])
        }

    def decide(self, code: str) -> None:
        """An officer lets what is held of the newest forked epoch stand."""
        undecided = self.undecided(code)
        if not undecided:
            with pytest.raises(InputRefused, match="no_fork"):
                decide_fork(self.city, code, self.officer)
            return
        place = max(place for place, _ in undecided)
        self.account(place).decide(place)
        assert _evidence(decide_fork(self.city, code, self.officer)) == self.undecided()

    def enrol(self, place: Place, fingerprint: str, point: Point | None, stick: Stick) -> None:
        """The enrolment that an officer has just put onto a stick; the office's gets it too."""
        self.enrolled[place] = fingerprint, point
        relative = enrolment_path(*place)
        self.office.write_document(relative, (stick.root / relative).read_bytes()[:-1])

    def verify(self) -> None:
        verified = verify_city(self.city)
        assert verified.ok, verified.to_dict()

    def learn_trusts(self, sticks: Sticks, stick: int) -> None:
        """What lies on a stick after the command has written its orders."""
        for trust in self.trusts:
            sticks.learn(sticks.stick(stick).root / trust_path(trust.version), trust)

    def rotate(self) -> None:
        """The officer who signs receipts gets a new key."""
        rotate_trust(self.city, key_files(self.folder), ROOTS, new_officers=["a"])
        held = self.trust
        self.trusts.append(Trust(held.version + 1, held.generation, held.officer + 1, held.revoked))
        self.hand_out()

    def revoke(self, place: Place, after: int) -> None:
        keys = key_files(self.folder)
        revoke_station(self.city, *place, after, [keys.root(number) for number in ROOTS])
        held, revoked = self.trust, dict(self.trust.revoked) | {place: after}
        self.trusts.append(Trust(held.version + 1, held.generation, held.officer, tuple(revoked.items())))
        self.hand_out()

    def back_up(self) -> None:
        folder = self.folder / "backup"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        told = back_up(self.city, folder, PASSWORD)
        assert told.entries == sum(len(account.held) for account in self.memory.accounts.values())
        self.backup = deepcopy(self.memory)
        self.backups += 1

    def restore(self) -> None:
        """The backup is gone on from, in the next generation; the office's stick brings what was given out since."""
        assert self.backup is not None
        self.close()
        place = FilePlace(self.folder / CITY_STORE)
        place.remove()
        keys = key_files(self.folder)
        restored = restore_city(
            place,
            newest_backup(self.folder / "backup"),
            PASSWORD,
            lambda _: [keys.root(number) for number in ROOTS],
            self.clock(),
            self.city.catalogue.outcome_rules,
            self.office,
        )
        key = place.slots().unlock(USER, PASSWORD, now=self.clock())
        self.city = self.homes.open_city(place.path.parent, self.clock, key)
        self.memory = deepcopy(self.backup)
        self.restores += 1
        held = self.trust
        self.trusts.append(Trust(held.version + 1, held.generation + 1, held.officer, held.revoked))
        assert (restored.trust_version, restored.city_generation) == (held.version + 1, held.generation + 1)
        self.hand_out()

    def close(self) -> None:
        self.city.store.close()


def _evidence(forks: list[Fork]) -> set[tuple[Place, Evidence]]:
    return {((fork.station, fork.epoch), fork.key) for fork in forks}
