"""Short ways through the machine's steps, one for each thing that can go wrong."""

from __future__ import annotations

from bundle.layout import trust_path
from tests.protocol.model import Bundle, Receipt
from tests.protocol.world import World


def a_usual_day(world: World) -> None:
    """Sent, received and acknowledged, then sent again from the mark on."""
    desk = world.desks[0]
    for person in (1, 2):
        world.log(desk, person)
        world.way(desk, 0)
    world.log(desk, 2)


def one_person_at_two_stations(world: World) -> None:
    for desk in world.desks[:2]:
        world.log(desk, 1)
        world.way(desk, 0)


def a_lost_stick(world: World) -> None:
    """What was exported and lost goes with the next one."""
    desk = world.desks[0]
    world.log(desk, 1)
    world.export(desk, 0)
    world.sticks.files(0, Bundle)[0].path.unlink()
    world.log(desk, 2)
    world.way(desk, 0)


def a_clone_that_goes_on(world: World) -> None:
    """Two histories of one length, then each of them further."""
    desk = world.desks[0]
    clone = world.clone(desk)
    world.log(desk, 1)
    world.log(clone, 2)
    for seat in (desk, clone, clone, desk):
        world.honest_ways(seat)


def a_second_export_of_the_same(world: World) -> None:
    """A clone with nothing of its own: one number, two digests."""
    desk = world.desks[0]
    clone = world.clone(desk)
    world.export(desk, 0)
    world.export(clone, 1)
    world.take(0)
    world.take(1)
    world.answer(2)
    world.receive(desk, 2)


def a_disk_put_back(world: World) -> None:
    """An old image exports less than the command holds, under a number that it has not met."""
    desk = world.desks[0]
    world.log(desk, 1)
    world.way(desk, 0)
    world.log(desk, 2)
    world.export(desk, 1)  # told to the journal, and lost
    world.export(desk, 2)
    world.save(desk)
    world.way(desk, 2)
    world.roll_back(0)
    world.honest_ways(desk)


def an_old_image_sends_less(world: World) -> None:
    """Fewer entries than are held, under a higher number: a rollback until something new comes."""
    desk = world.desks[0]
    world.log(desk, 1)
    world.way(desk, 0)
    world.write_oddly(desk, 1, seq=2, first=1, last=5)
    world.take(1)
    world.answer(1)
    world.receive(desk, 1)
    world.log(desk, 2)
    world.write_oddly(desk, 2, seq=3, first=3, last=len(desk.seat.history))
    world.take(2)


def a_cut_file(world: World) -> None:
    """Spoilt and cut: its size is looked at first."""
    desk = world.desks[0]
    world.log(desk, 1)
    world.export(desk, 0)
    world.sticks.flip(world.sticks.files(0, Bundle)[0])
    world.sticks.cut(world.sticks.files(0, Bundle)[0], -90)
    world.take(0)
    world.answer(0)
    world.receive(desk, 0)
    world.honest_ways(desk)


def a_receipt_under_another_name(world: World) -> None:
    desk, other = world.desks[:2]
    world.way(other, 0)
    world.sticks.misname(0, world.sticks.files(0, Receipt)[0], desk.seat.code)
    world.receive(desk, 0)


def receipts_out_of_order(world: World) -> None:
    """The later one first; then the earlier one says nothing new."""
    desk = world.desks[0]
    world.export(desk, 0)
    world.take(0)
    world.answer(1)
    world.log(desk, 1)
    world.export(desk, 0)
    world.take(0)
    world.answer(2)
    world.receive(desk, 2)
    world.receive(desk, 1)
    world.receive(desk, 2)


def a_restored_command(world: World) -> None:
    """It lacks what it acknowledged: the mark goes back, and everything comes again."""
    desk = world.desks[0]
    world.way(desk, 0)
    world.command.back_up()
    world.log(desk, 1)
    world.way(desk, 0)
    world.restore_the_command()
    world.log(desk, 2)
    world.honest_ways(desk)


def a_clone_after_a_restored_command(world: World) -> None:
    """The clone's history is held when the first computer sends what follows its own mark."""
    desk = world.desks[0]
    world.way(desk, 0)
    world.command.back_up()
    clone = world.clone(desk)
    world.log(desk, 1)
    world.way(desk, 0)
    world.restore_the_command()
    for person in (2, 3, 4, 5):
        world.log(clone, person)
    world.export(clone, 1)
    world.take(1)
    world.log(desk, 6)
    world.export(desk, 2)
    world.take(2)
    world.answer(2)
    world.receive(desk, 2)


def a_generation_without_its_trust(world: World) -> None:
    """A restored command's receipt waits until the trust that says so has come."""
    desk = world.desks[0]
    world.way(desk, 0)
    world.command.back_up()
    world.restore_the_command()
    world.answer(1)
    (world.sticks.stick(1).root / trust_path(2)).unlink()
    world.receive(desk, 1)
    world.answer(1)
    world.receive(desk, 1)


def an_officer_with_a_new_key(world: World) -> None:
    """The receipt that the former key signed counts no more once the station knows, the next one does."""
    desk = world.desks[0]
    world.export(desk, 0)
    world.take(0)
    world.answer(1)
    world.command.rotate()
    world.answer(2)
    world.receive(desk, 2)
    world.receive(desk, 1)


def a_trust_between_is_missing(world: World) -> None:
    """Versions are taken one by one."""
    desk = world.desks[0]
    for _ in range(2):
        world.command.rotate()
    world.answer(0)
    (world.sticks.stick(0).root / trust_path(2)).unlink()
    world.receive(desk, 0)
    world.way(desk, 1)


def a_revoked_station(world: World) -> None:
    desk = world.desks[0]
    world.way(desk, 0)
    world.command.revoke(desk.seat.place, 3)
    world.log(desk, 1)
    world.way(desk, 0)
    world.log(desk, 2)


SEQUENCES = [
    a_usual_day,
    one_person_at_two_stations,
    a_lost_stick,
    a_clone_that_goes_on,
    a_second_export_of_the_same,
    a_disk_put_back,
    an_old_image_sends_less,
    a_cut_file,
    a_receipt_under_another_name,
    receipts_out_of_order,
    a_restored_command,
    a_clone_after_a_restored_command,
    a_generation_without_its_trust,
    an_officer_with_a_new_key,
    a_trust_between_is_missing,
    a_revoked_station,
]
