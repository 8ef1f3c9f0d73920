"""Real stations and a real command with the model beside them: each step does both and compares what they say."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bundle.documents import Receipt as ReceiptDocument
from bundle.documents import read_document
from bundle.envelope import read_envelope
from campaign.refusal import InputRefused
from command_app.services.import_bundles import BundleTold, import_bundles
from command_app.services.issue_receipts import issue_receipts
from station_app.services.export_bundle import export_bundle
from station_app.services.orders import receive_orders
from station_app.services.permission import Person
from station_app.services.sending import Sending, Sent
from station_app.services.verify import verify_station
from station_app.services.void_application import void_application
from tests.protocol.command import Command
from tests.protocol.desk import Desk, Image, verdicts_of
from tests.protocol.homes import CODES, Homes, key_files
from tests.protocol.model import Bundle, Receipt, Seat, Trust, head_at
from tests.protocol.odd_bundle import write_odd_bundle
from tests.protocol.people import Told, in_order
from tests.protocol.sticks import Sticks
from tests.station_app.desks import Clock, at, logged

SECOND_PERSON = Person("pd.luong", "Phạm Đức Lương", "supervisor", drill=True)
STICKS = 3
HONEST = STICKS
"""The number of a further stick, which is emptied before each of its ways and loses nothing."""


@dataclass
class World:
    """``desks`` are the stations' computers, then clones of them; ``saved`` are images of their disks."""

    folder: Path
    homes: Homes
    clock: Clock
    sticks: Sticks
    command: Command
    desks: list[Desk]
    told: Told
    saved: list[Image] = field(default_factory=list)
    folders: int = 0
    rebuilt: int = 0

    @classmethod
    def begun(cls, homes: Homes, folder: Path) -> World:
        """Everybody enrolled, nothing exported."""
        homes.copied(folder)
        clock = Clock(at("07:31"))
        roots = [folder / f"stick-{number}" for number in range(STICKS + 1)]
        for root in roots:
            root.mkdir()
        trust = Trust(1, 1, 0)
        command = Command.at(homes, clock, folder, trust)
        told = Told()
        made = homes.stations
        desks = [Desk.at(made[code], clock, folder / code, Seat(code, [], trust), told) for code in CODES]
        return cls(folder, homes, clock, Sticks(roots), command, desks, told)

    def log(self, desk: Desk, person: int) -> None:
        """A number is accepted once at a station that knows of it, and nothing in one that knows it is revoked."""
        self.clock.advance(seconds=3)
        seat = desk.seat
        standing = {one.person for one in self.told.standing(in_order(seat.epochs)).values()}
        code = "station_revoked" if seat.trust.after(seat.place) is not None else "duplicate"
        if code == "station_revoked" or person in standing:
            with pytest.raises(InputRefused, match=code):
                logged(desk.station, number=f"031192{person:06}")
            return
        self.told.at_the_desk = person
        logged(desk.station, number=f"031192{person:06}")
        assert desk.learn_history() == 1

    def void(self, desk: Desk, which: int) -> None:
        """Takes back one of the epoch's standing applications, if there is one."""
        self.clock.advance(seconds=3)
        seat = desk.seat
        standing = sorted(n for epoch, n in self.told.standing(in_order(seat.epochs)) if epoch == seat.epoch)
        if standing:
            void_application(desk.station, standing[which % len(standing)], "wrong_person", SECOND_PERSON)
            assert desk.learn_history() == 1

    def export(self, desk: Desk, stick: int) -> Bundle | None:
        """Everything after the mark goes, whatever was exported before; None where there is nothing."""
        self.clock.advance(seconds=3)
        seat, before = desk.seat, len(desk.seat.history)
        if before <= seat.mark:
            with pytest.raises(InputRefused, match="nothing_to_export"):
                export_bundle(desk.station, self.sticks.stick(stick))
            return None
        exported = export_bundle(desk.station, self.sticks.stick(stick))
        seat.seq += 1
        assert (exported.seq, exported.first, exported.last) == (seat.seq, seat.mark + 1, before)
        assert desk.learn_history() == 2, "exported and verified"
        bundle = Bundle(
            seat.place,
            seat.seq,
            exported.first,
            exported.last,
            head_at(seat.place, seat.history, exported.first - 1),
            tuple(seat.history[exported.first - 1 : exported.last]),
            exported.sha256,
        )
        self.sticks.learn(Path(exported.file), bundle)
        return bundle

    def write_oddly(self, desk: Desk, stick: int, seq: int, first: int, last: int) -> None:
        """A sound bundle of what the station holds, with a range and a number that it would not choose by itself.

        Whoever writes so: a lost disk's image, a later program. Of stations as they are, no history that the command
        holds already has a number above the highest, so a rollback is met in this way alone.
        """
        self.clock.advance(seconds=3)
        path, digest = write_odd_bundle(desk.station, self.sticks.stick(stick), seq, first, last)
        history, place = desk.seat.history, desk.seat.place
        heads = tuple(history[first - 1 : last])
        self.sticks.learn(path, Bundle(place, seq, first, last, head_at(place, history, first - 1), heads, digest))

    def take(self, stick: int, *only: Path) -> list[BundleTold]:
        """The command imports a whole stick, or some of its files."""
        self.clock.advance(seconds=3)
        paths = only or (self.sticks.stick(stick).root,)
        imported = import_bundles(self.command.city, paths, key_files(self.folder).identity())
        places = [(self.sticks.bundle(Path(told.file)), told) for told in imported.bundles]
        readable = [(bundle.place[1], bundle.first) for bundle, _ in places if bundle.signed]
        assert readable == sorted(readable), "bundles come by epoch and first entry"
        for bundle, told in places:
            self.command.compare(bundle, told)
        self.command.check(self.told)
        return imported.bundles

    def answer(self, stick: int) -> list[Receipt]:
        """The command writes a receipt for each station that it has met."""
        self.clock.advance(seconds=3)
        command = self.command
        issued = issue_receipts(command.city, self.sticks.stick(stick), command.officer)
        expected = command.receipts()
        twice = self.told.duplicates(command.held)
        assert [(row.station, row.epoch) for row in issued] == [receipt.place for receipt in expected]
        for row, receipt in zip(issued, expected, strict=True):
            line = Path(row.file).read_bytes()
            document = read_document(read_envelope(line[:-1], "receipt", single=True).payload, ReceiptDocument)
            assert _read(document, receipt.officer) == receipt
            listed = {(*receipt.place, row.n): (row.station, row.epoch, row.other) for row in document.duplicates}
            assert listed == {place: other for place, other in twice.items() if place[:2] == receipt.place}
            self.sticks.learn(Path(row.file), receipt)
        self.command.learn_trusts(self.sticks, stick)
        return expected

    def receive(self, desk: Desk, stick: int) -> dict[str, tuple[str, str]]:
        """What became of each receipt on the stick that bears the station's name."""
        self.clock.advance(seconds=3)
        seat = desk.seat
        files = self.sticks.stick(stick).listing().of("receipt", seat.code)
        trust = seat.trust
        seat.take_trusts(self.sticks.trusts(stick))
        expected: dict[str, tuple[str, str]] = {}
        for file in files:
            verdict = seat.take(self.sticks.receipt(file.path))
            expected[file.path.name] = (verdict.state, verdict.code)
        received = receive_orders(desk.station, self.sticks.stick(stick))
        taken = [state for state, _ in expected.values()].count("accepted") + seat.trust.version - trust.version
        assert desk.learn_history() == taken + len(received.refused), "each told once, and an old one not at all"
        assert verdicts_of(received) == expected
        assert (received.accepted_through, received.trust_version) == (seat.mark, seat.trust.version)
        self.check(desk)
        return expected

    def way(self, desk: Desk, stick: int) -> list[tuple[str, str | None]]:
        """There and back: what the command said of the files, then what the station said of the receipts."""
        self.export(desk, stick)
        told = [(bundle.state, bundle.code) for bundle in self.take(stick)]
        self.answer(stick)
        return [*told, *self.receive(desk, stick).values()]

    def emptied(self) -> int:
        """The honest stick, with nothing on it."""
        shutil.rmtree(self.sticks.stick(HONEST).root / "enrol", ignore_errors=True)
        return HONEST

    def honest_ways(self, desk: Desk) -> None:
        """One way there and back, and everything is acknowledged; or it says why not, and never in silence.

        Twice where a restored command has to say first what it lacks; once more for each number that two exports of
        one history bear, for such a bundle is refused as a fork and the next one is taken.
        """
        seat, account = desk.seat, self.command.account(desk.seat.place)
        goes_on = seat.history[: len(account.held)] == account.held
        stopped = self.command.trust.after(seat.place) is not None or self.command.newest_met(seat.code) > seat.epoch
        borne = sum(seq > seat.seq for seq in account.digests)
        for _ in range(2 + borne):
            sent = len(seat.history)
            said = self.way(desk, self.emptied())
            if seat.mark >= sent:
                assert seat.history[:sent] == account.held[:sent]
                assert set(self.sent(desk).values()) <= {"received"}, "acknowledged, and shown as on its way"
                return
            assert any(state in ("refused", "rollback") for state, _ in said), "nothing said, nothing acknowledged"
        assert stopped or not goes_on, "a station whose history goes on from the held one gets no further"

    def sent(self, desk: Desk) -> dict[tuple[int, int], Sent]:
        """How far the station says that its standing applications have come, by (epoch, n)."""
        with desk.station.store.read() as snapshot:
            sending = Sending.of(desk.station, snapshot)
        return {place: sending.state(*place) for place in self.told.standing(in_order(desk.seat.epochs))}

    def check(self, desk: Desk) -> None:
        """No acknowledged entry is ever missing at the command that acknowledged it, of whatever epoch."""
        seat = desk.seat
        for epoch, (generation, mark) in seat.acknowledged.items():
            if generation == self.command.trust.generation:
                held = self.command.account((seat.code, epoch)).held
                assert seat.epochs[epoch][:mark] == held[:mark], "acknowledged, and not held"

    def clone(self, desk: Desk) -> Desk:
        clone = desk.copied(self.new_disk())
        self.desks.append(clone)
        return clone

    def save(self, desk: Desk) -> None:
        """An image of the disk, to go on from later."""
        self.saved.append(desk.image(self.new_disk()))

    def roll_back(self, which: int) -> Desk:
        """The first computer of the station goes on from an old image."""
        image = self.saved[which % len(self.saved)]
        desk = next(desk for desk in self.desks if desk.seat.code == image.seat.code)
        desk.put_back(image)
        return desk

    def restore_the_command(self) -> None:
        self.command.restore()
        self.command.check(self.told)

    def new_disk(self) -> Path:
        self.folders += 1
        return self.folder / f"disk-{self.folders}"

    def verify(self) -> None:
        """Whatever happened, journals and tables agree."""
        self.command.verify()
        for desk in self.desks:
            verified = verify_station(desk.station)
            assert verified.ok, verified.to_dict()
            assert verified.head == desk.seat.history[-1]

    def end(self) -> None:
        for desk in self.desks:
            desk.close()
        self.command.close()


def _read(document: ReceiptDocument, officer: int) -> Receipt:
    listed = frozenset((row.seq, row.sha256, row.state, row.code or "") for row in document.bundles)
    return Receipt(
        (document.station, document.epoch),
        document.city_generation,
        document.serial,
        document.accepted_through,
        document.head,
        listed,
        officer,
    )
