"""The real command beside the model's accounts of its stations."""

from __future__ import annotations

import shutil
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from bundle.envelope import seal
from bundle.layout import trust_path
from bundle.trust_versions import next_trust
from command_app.services.city import City, trust_of
from command_app.services.import_bundles import BundleTold
from command_app.services.revoke_station import revoke_station
from command_app.services.rotate_trust import rotate_trust
from command_app.services.status import city_status, list_forks
from command_app.services.verify import verify_city
from db.envelopes import KeptEnvelope, keep_envelope
from tests.protocol.homes import CODES, Homes, key_files
from tests.protocol.model import Account, Bundle, BundleVerdict, Receipt, Trust
from tests.protocol.people import Told
from tests.protocol.sticks import Sticks
from tests.station_app.desks import Clock

ROOTS = (1, 2)
"""The numbers of the keys that sign a trust."""


@dataclass
class Command:
    """``trusts`` are the versions in force so far, ``backup`` what the command may be restored from."""

    homes: Homes
    clock: Clock
    folder: Path
    city: City
    trusts: list[Trust]
    accounts: dict[str, Account] = field(default_factory=lambda: {code: Account() for code in CODES})
    backup: tuple[Path, dict[str, Account], int] | None = None

    @classmethod
    def at(cls, homes: Homes, clock: Clock, folder: Path, trust: Trust) -> Command:
        return cls(homes, clock, folder, homes.open_city(folder / "city", clock), [trust])

    @property
    def trust(self) -> Trust:
        return self.trusts[-1]

    @property
    def held(self) -> dict[str, list[str]]:
        """The histories, by station."""
        return {code: account.held for code, account in self.accounts.items()}

    def compare(self, bundle: Bundle, told: BundleTold) -> None:
        account = self.accounts[bundle.code]
        verdict = account.take(bundle, self.trust.after(bundle.code))
        assert BundleVerdict(told.state, told.code, told.new, told.known, told.evidence, told.missing) == verdict
        if bundle.signed:
            another = tuple(account.held[bundle.first - 1 : bundle.last]) != bundle.heads
            assert told.state == "refused" or not another, "a fork passed in silence"
            assert (told.station, told.seq, told.first, told.last) == (
                *(bundle.code, bundle.seq, bundle.first, bundle.last),
            )

    def receipts(self) -> list[Receipt]:
        met = {code: account for code, account in self.accounts.items() if account.met}
        return [account.receipt(code, self.trust) for code, account in sorted(met.items())]

    def check(self, told: Told) -> None:
        """What is held, what it is counted for, and what is said of each station."""
        status = city_status(self.city)
        counted = told.counted(self.held)
        for row in status.stations:
            account = self.accounts[row.station]
            assert row.accepted_through == len(account.held)
            assert not account.held or row.head == account.held[-1]
            assert row.total == counted[row.station], "counted twice, or not at all"
            assert row.state == account.state(self.trust.after(row.station))
        assert status.city.total == counted.total()
        forked = {fork.station for fork in list_forks(self.city)}
        assert forked == {code for code, account in self.accounts.items() if account.forked}

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

    def revoke(self, code: str, after: int) -> None:
        keys = key_files(self.folder)
        revoke_station(self.city, code, 1, after, [keys.root(number) for number in ROOTS])
        held, revoked = self.trust, dict(self.trust.revoked) | {code: after}
        self.trusts.append(Trust(held.version + 1, held.generation, held.officer, tuple(revoked.items())))

    def back_up(self) -> None:
        folder = self.folder / "backup"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder / "city", folder)
        self.backup = folder, deepcopy(self.accounts), self.trust.version

    @property
    def may_be_restored(self) -> bool:
        """A backup from before a trust would issue that version a second time with other words."""
        return self.backup is not None and self.backup[2] == self.trust.version

    def restore(self) -> None:
        """The backup is gone on from, in the next generation (docs/bundle-format.md, section 7)."""
        assert self.backup is not None
        folder, accounts, _ = self.backup
        self.close()
        shutil.rmtree(self.folder / "city")
        shutil.copytree(folder, self.folder / "city")
        self.city = self.homes.open_city(self.folder / "city", self.clock)
        self.accounts = deepcopy(accounts)
        self._raise_generation()
        held = self.trust
        self.trusts.append(Trust(held.version + 1, held.generation + 1, held.officer, held.revoked))

    def _raise_generation(self) -> None:
        """In the words of the protocol; to be left to the service that restores, where there is one."""
        keys = key_files(self.folder)
        with self.city.store.write() as tx:
            trust = trust_of(tx)
            payload = next_trust(trust, issued_at=self.city.now(), restored=True)
            line = seal("trust", payload, [keys.root(number) for number in ROOTS])
            keep_envelope(tx, KeptEnvelope("trust", line, version=trust.version + 1))

    def close(self) -> None:
        self.city.store.close()
