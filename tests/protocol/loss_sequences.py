"""Short ways through what comes after a loss: rebuilt stations, decided forks, a restored command."""

from __future__ import annotations

from tests.protocol import losses
from tests.protocol.world import World


def a_rebuilt_station(world: World) -> None:
    """The new computer has what the command holds, sends from its own epoch, and counts nobody twice."""
    dead, other = world.desks[:2]
    for person in (1, 2):
        world.log(dead, person)
    world.way(dead, 0)
    world.log(dead, 3)
    world.export(dead, 1)  # on a stick that comes late
    desk = losses.rebuild(world, dead.seat.code)
    world.log(desk, 1)
    world.log(desk, 4)
    world.honest_ways(desk)
    world.take(1)
    world.log(other, 4)
    for seat in (other, desk, dead):
        world.honest_ways(seat)


def a_loss_that_is_named(world: World) -> None:
    """A bundle came after a gap: what it tells of is named as lost, for no other stick comes."""
    dead = world.desks[0]
    world.way(dead, 0)
    for person in (1, 2, 3):
        world.log(dead, person)
    last = len(dead.seat.history)
    world.write_oddly(dead, 1, seq=2, first=last, last=last)
    world.take(1)
    desk = losses.rebuild(world, dead.seat.code)
    world.honest_ways(desk)


def a_decided_fork(world: World) -> None:
    """The held history stands; the other machine goes on, and tells again what is its own alone."""
    desk = world.desks[0]
    world.log(desk, 1)
    world.way(desk, 0)
    clone = world.clone(desk)
    world.log(desk, 2)
    world.way(desk, 0)
    world.log(clone, 3)
    world.log(clone, 4)
    world.void(clone, 1)
    world.way(clone, 1)
    assert losses.ask_for_the_next_epoch(world, clone) == "epoch_unexpected"
    world.command.decide(desk.seat.code)
    world.command.check(world.told)
    world.command.decide(desk.seat.code)
    assert losses.ask_for_the_next_epoch(world, clone) == ""
    world.log(clone, 5)
    for seat in (clone, desk):
        world.honest_ways(seat)
    assert losses.ask_for_the_next_epoch(world, desk) == "second_key"


def a_fork_told_of_twice(world: World) -> None:
    """A third history parts earlier: what the machine tells again is held already, and counts once."""
    desk = world.desks[0]
    third = world.clone(desk)
    world.log(desk, 1)
    world.way(desk, 0)
    clone = world.clone(desk)
    world.log(desk, 2)
    world.way(desk, 0)
    world.log(third, 6)
    world.log(clone, 3)
    for seat in (third, clone):
        world.way(seat, 1)
    world.command.decide(desk.seat.code)
    assert losses.ask_for_the_next_epoch(world, clone) == ""
    world.honest_ways(clone)
    world.command.check(world.told)


def a_machine_that_parted_unseen(world: World) -> None:
    """The point of the decision is not in its journal: nothing is told as if it were."""
    desk = world.desks[0]
    world.way(desk, 0)
    unseen = world.clone(desk)
    world.log(unseen, 5)
    world.log(desk, 1)
    clone = world.clone(desk)
    world.log(desk, 2)
    world.way(desk, 0)
    world.log(clone, 3)
    world.way(clone, 1)
    world.command.decide(desk.seat.code)
    assert losses.ask_for_the_next_epoch(world, unseen) == "fork"


def a_rebuild_after_a_restored_command(world: World) -> None:
    """Enrolments given out since the backup come back from a stick, so no epoch is given to two keys."""
    desk = world.desks[0]
    world.log(desk, 1)
    world.way(desk, 0)
    world.command.back_up()
    first = losses.rebuild(world, desk.seat.code)
    world.log(first, 2)
    world.honest_ways(first)
    world.restore_the_command()
    world.honest_ways(first)
    second = losses.rebuild(world, desk.seat.code)
    world.honest_ways(second)
    world.honest_ways(first)


def a_restored_command_and_an_officers_new_key(world: World) -> None:
    """The version that the backup lacks is at the stations: it comes back first, and is not given out twice."""
    desk = world.desks[0]
    world.command.back_up()
    world.command.rotate()
    world.way(desk, 0)
    world.restore_the_command()
    world.honest_ways(desk)


def a_fork_of_a_rebuilt_station(world: World) -> None:
    """Into its third epoch; and without a plan, for the officer who signed it has another key by then."""
    dead = world.desks[0]
    world.log(dead, 1)
    world.way(dead, 0)
    world.command.rotate()
    desk = losses.rebuild(world, dead.seat.code)
    world.log(desk, 2)
    world.way(desk, 0)
    clone = world.clone(desk)
    world.log(desk, 3)
    world.log(clone, 4)
    for seat in (desk, clone):
        world.way(seat, 1)
    world.command.decide(desk.seat.code)
    assert losses.ask_for_the_next_epoch(world, clone) == ""
    assert clone.seat.epoch == 3
    world.honest_ways(clone)


def a_restored_command_without_the_ended_epoch(world: World) -> None:
    """The later epoch comes alone: its shift was opened in the one before, so nothing in it counts yet."""
    desk = world.desks[0]
    world.command.back_up()
    clone = world.clone(desk)
    world.log(desk, 1)
    world.way(desk, 0)
    world.log(clone, 2)
    world.way(clone, 1)
    world.command.decide(desk.seat.code)
    assert losses.ask_for_the_next_epoch(world, clone) == ""
    world.restore_the_command()
    world.honest_ways(clone)
    world.honest_ways(desk)


LOSS_SEQUENCES = [
    a_rebuilt_station,
    a_loss_that_is_named,
    a_decided_fork,
    a_fork_told_of_twice,
    a_machine_that_parted_unseen,
    a_rebuild_after_a_restored_command,
    a_restored_command_and_an_officers_new_key,
    a_fork_of_a_rebuilt_station,
    a_restored_command_without_the_ended_epoch,
]
