"""Days of three stations, their clones and one command, as unlucky as may be: hypothesis chooses the steps.

What each step must lead to is said by `world` and `losses`, from the model; here is only what may happen.
"""

from __future__ import annotations

import shutil

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bundle.stick import FoundFile
from tests.protocol import losses
from tests.protocol.desk import Desk
from tests.protocol.homes import CODES, Homes, new_folder
from tests.protocol.model import Bundle
from tests.protocol.world import STICKS, World

ANY = st.integers(0, 59)
PEOPLE = st.integers(1, 7)
STICK = st.integers(0, STICKS - 1)
CLONES, ROTATIONS, REBUILT, BACKUPS = 4, 2, 2, 3


class Exchange(RuleBasedStateMachine):
    """``homes`` is set by the test; ``steps`` counts over all runs."""

    homes: Homes
    steps = 0

    @initialize()
    def begin(self) -> None:
        self.folder = new_folder()
        self.world = World.begun(self.homes, self.folder / "world")

    def desk(self, which: int) -> Desk:
        return self.world.desks[which % len(self.world.desks)]

    def file(self, stick: int, which: int) -> FoundFile | None:
        files = self.world.sticks.moving(stick)
        return files[which % len(files)] if files else None

    @rule(desk=ANY, person=PEOPLE)
    def log(self, desk: int, person: int) -> None:
        self.world.log(self.desk(desk), person)

    @rule(desk=ANY, which=ANY)
    def void(self, desk: int, which: int) -> None:
        self.world.void(self.desk(desk), which)

    @rule(desk=ANY, stick=STICK)
    def export(self, desk: int, stick: int) -> None:
        self.world.export(self.desk(desk), stick)

    @rule(desk=ANY, stick=STICK, ahead=st.integers(0, 3), one=ANY, other=ANY)
    def write_oddly(self, desk: int, stick: int, ahead: int, one: int, other: int) -> None:
        seat = self.desk(desk).seat
        first, last = sorted((1 + one % len(seat.history), 1 + other % len(seat.history)))
        self.world.write_oddly(self.desk(desk), stick, seat.seq + 1 + ahead, first, last)

    @rule(stick=STICK)
    def take_stick(self, stick: int) -> None:
        self.world.take(stick)

    @rule(stick=STICK, which=ANY)
    def take_one_file(self, stick: int, which: int) -> None:
        """Files come in any order, one by one."""
        if files := self.world.sticks.files(stick, Bundle):
            self.world.take(stick, files[which % len(files)].path)

    @rule(stick=STICK)
    def answer(self, stick: int) -> None:
        self.world.answer(stick)

    @rule(desk=ANY, stick=STICK)
    def receive(self, desk: int, stick: int) -> None:
        self.world.receive(self.desk(desk), stick)

    @rule(desk=ANY, stick=STICK, person=PEOPLE)
    def usual_day(self, desk: int, stick: int, person: int) -> None:
        self.world.log(self.desk(desk), person)
        self.world.way(self.desk(desk), stick)

    @rule(stick=STICK, which=ANY)
    def lose(self, stick: int, which: int) -> None:
        if file := self.file(stick, which):
            file.path.unlink()

    @rule(stick=STICK, which=ANY)
    def lose_a_trust(self, stick: int, which: int) -> None:
        """What a station lacks it can't go past, until the command writes to the stick again."""
        if files := self.world.sticks.stick(stick).listing().of("trust"):
            files[which % len(files)].path.unlink()

    @rule(stick=STICK, which=ANY, to=STICK)
    def copy(self, stick: int, which: int, to: int) -> None:
        if file := self.file(stick, which):
            self.world.sticks.copy(stick, file, to)

    @rule(stick=STICK, which=ANY, code=st.sampled_from(CODES))
    def misname(self, stick: int, which: int, code: str) -> None:
        if file := self.file(stick, which):
            self.world.sticks.misname(stick, file, code)

    @rule(stick=STICK, which=ANY, keep=st.sampled_from([0, 9, 300, -1, -90]))
    def cut(self, stick: int, which: int, keep: int) -> None:
        if file := self.file(stick, which):
            self.world.sticks.cut(file, keep)

    @rule(stick=STICK, which=ANY)
    def flip(self, stick: int, which: int) -> None:
        if file := self.file(stick, which):
            self.world.sticks.flip(file)

    @rule(stick=STICK, which=ANY)
    def keep_back(self, stick: int, which: int) -> None:
        if file := self.file(stick, which):
            self.world.sticks.keep_back(stick, file)

    @precondition(lambda self: self.world.sticks.drawer)
    @rule(which=ANY, stick=STICK)
    def bring_late(self, which: int, stick: int) -> None:
        self.world.sticks.bring_late(which, stick)

    @property
    def may_clone(self) -> bool:
        return len(self.world.desks) < len(CODES) + CLONES

    @precondition(lambda self: self.may_clone)
    @rule(desk=ANY)
    def clone(self, desk: int) -> None:
        self.world.clone(self.desk(desk))

    @rule(desk=ANY)
    def save(self, desk: int) -> None:
        self.world.save(self.desk(desk))

    @precondition(lambda self: self.world.saved)
    @rule(which=ANY)
    def roll_back(self, which: int) -> None:
        self.world.roll_back(which)

    @rule(desk=ANY, person=PEOPLE, other=PEOPLE)
    def part(self, desk: int, person: int, other: int) -> None:
        """Two computers of one station go on, and the command hears of both."""
        one, clones = self.desk(desk), [clone for clone in self.world.desks if clone is not self.desk(desk)]
        another = next((clone for clone in clones if clone.seat.place == one.seat.place), None)
        if another is None and self.may_clone:
            another = self.world.clone(one)
        for seat, who in ((one, person), (another, other)):
            if seat is not None:
                self.world.log(seat, who)
                self.world.way(seat, self.world.emptied())

    @rule(desk=ANY)
    def settle(self, desk: int) -> None:
        """The officer decides on a fork, and one of its machines asks."""
        command = self.world.command
        forked = {code for (code, _), _ in command.undecided()}
        if machines := [one for one in self.world.desks if one.seat.code in forked]:
            machine = machines[desk % len(machines)]
            command.decide(machine.seat.code)
            losses.ask_for_the_next_epoch(self.world, machine)

    @precondition(lambda self: self.world.command.backups < BACKUPS)
    @rule()
    def back_up_the_command(self) -> None:
        self.world.command.back_up()

    @precondition(lambda self: self.world.command.backup is not None and self.world.command.restores < BACKUPS)
    @rule()
    def restore_the_command(self) -> None:
        self.world.restore_the_command()

    @precondition(lambda self: self.world.command.trust.officer < ROTATIONS)
    @rule()
    def rotate(self) -> None:
        self.world.command.rotate()

    @precondition(lambda self: not self.world.command.trust.revoked)
    @rule(which=ANY, after=ANY)
    def revoke(self, which: int, after: int) -> None:
        if which % 5 == 0:  # a revoked station has not much left to tell
            code, command = CODES[which % len(CODES)], self.world.command
            place = (code, command.newest(code))
            command.revoke(place, after % (len(command.account(place).held) + 1))

    @precondition(lambda self: self.world.rebuilt < REBUILT)
    @rule(desk=ANY, dead=st.booleans())
    def rebuild(self, desk: int, dead: bool) -> None:
        """A station's computer is dead, or only thought to be."""
        world, old = self.world, self.desk(desk)
        if losses.may_be_rebuilt(world.command, old.seat.code):
            world.rebuilt += 1
            losses.rebuild(world, old.seat.code)
            if dead:
                world.desks.remove(old)
                old.close()

    @rule(code=st.sampled_from(CODES))
    def decide_a_fork(self, code: str) -> None:
        self.world.command.decide(code)

    @rule(desk=ANY)
    def go_on_in_the_next_epoch(self, desk: int) -> None:
        losses.ask_for_the_next_epoch(self.world, self.desk(desk))

    @rule(desk=ANY)
    def honest_ways(self, desk: int) -> None:
        self.world.honest_ways(self.desk(desk))

    @invariant()
    def nothing_acknowledged_is_missing(self) -> None:
        Exchange.steps += 1
        for desk in self.world.desks:
            self.world.check(desk)

    def teardown(self) -> None:
        if not hasattr(self, "world"):
            return
        try:
            for desk in list(self.world.desks):
                self.world.honest_ways(desk)
            self.world.verify()
        finally:
            self.world.end()
            shutil.rmtree(self.folder)
