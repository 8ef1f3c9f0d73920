"""After a loss: a new computer in a dead one's place, and another machine that goes on once a fork was decided."""

from __future__ import annotations

from bundle.stick import Stick
from command_app.services.enrol_station import enrol_stations
from command_app.services.rebuild_station import rebuild_station
from station_app.bootstrap import catalogue, open_station
from station_app.services.await_rebuild import begin_rebuild, open_awaiting, request_rebuild
from station_app.services.next_epoch import request_next_epoch
from station_app.services.orders import DocumentLeft, receive_orders
from station_app.services.take_rebuild import take_rebuild
from tests.protocol.command import Command
from tests.protocol.desk import Desk
from tests.protocol.homes import ADMINISTRATOR, PASSWORD, new_station
from tests.protocol.model import Point, Seat, head_at
from tests.protocol.people import in_order
from tests.protocol.world import HONEST, World

SET_UP = 8
"""The first entry at which a station of this world has an open shift."""


def may_be_rebuilt(command: Command, code: str) -> bool:
    """Whether the command knows of the station's people, devices and open shift."""
    return len(command.account((code, 1)).held) >= SET_UP


def rebuild(world: World, code: str) -> Desk:
    """A new computer gets all that the command holds of the station, and goes on in the next epoch."""
    world.clock.advance(seconds=3)
    command, stick = world.command, world.sticks.stick(world.emptied())
    epoch, home = command.newest(code) + 1, world.new_disk()
    begin_rebuild(home, new_station(code), epoch)
    with open_awaiting(home, ADMINISTRATOR, PASSWORD, lambda **_: world.clock) as awaiting:
        request_rebuild(awaiting, stick)
    rebuilt = rebuild_station(command.city, code, stick, command.officer, {})
    place = (code, epoch - 1)
    held = command.account(place).held
    point = Point(epoch - 1, len(held), head_at(place, held, len(held)))
    goes_on = rebuilt.continues
    assert (rebuilt.epoch, Point(goes_on.epoch, goes_on.n, goes_on.head)) == (epoch, point)
    missing = [(row.epoch, row.first, row.last) for row in rebuilt.missing]
    assert missing == [row for row in command.missing(code) if row[0] < epoch], "lost with the disk, and not named"
    command.enrol((code, epoch), rebuilt.fingerprint, point, stick)
    take_rebuild(home, ADMINISTRATOR, PASSWORD, lambda **_: world.clock, stick, catalogue().outcome_rules)
    with open_station(home, ADMINISTRATOR, PASSWORD, lambda **_: world.clock) as made:
        pass
    desk = Desk.at(made, world.clock, home, Seat(code, [], command.trust, epoch), world.told)
    seat = desk.seat
    for before in range(1, epoch):
        seat.earlier[before] = list(command.account((code, before)).held)
        assert desk.learn_epoch(before, seat.earlier[before]) == 0, "more than the command holds"
    seat.taken = world.told.last_taken(in_order(seat.earlier))
    world.desks.append(desk)
    world.check(desk)
    return desk


def ask_for_the_next_epoch(world: World, desk: Desk) -> str:
    """A machine asks to go on in the next epoch; "" where it does, else what it is refused by whom."""
    world.clock.advance(seconds=3)
    command, seat, stick = world.command, desk.seat, world.sticks.stick(world.emptied())
    request = request_next_epoch(desk.station, stick)
    assert seat.asked in ("", request.fingerprint), "the key that waits is another one"
    seat.asked = request.fingerprint
    code = _enrol(command, seat, stick)
    if code:
        return code
    command.learn_trusts(world.sticks, HONEST)
    trust, (_, point) = seat.trust, command.enrolled[seat.code, seat.epoch + 1]
    seat.take_trusts(world.sticks.trusts(HONEST))
    taken = seat.trust.version - trust.version
    goes_on = point is not None and seat.holds(point)
    received = receive_orders(desk.station, stick)
    others = [row.code for row in received.refused if not _is_a_former_officers_plan(row, seat)]
    if not goes_on:
        assert others == ["fork"]
        assert desk.learn_history() == taken + len(received.refused)
        return "fork"
    assert point is not None
    assert not others, received.refused
    _go_on(world, desk, point, taken)
    return ""


def _is_a_former_officers_plan(row: DocumentLeft, seat: Seat) -> bool:
    """A computer that was rebuilt after the officer's key was changed has no plan until the next one is issued."""
    return row.file.endswith(".plan") and row.code == "unknown_key" and seat.trust.officer > 0


def _enrol(command: Command, seat: Seat, stick: Stick) -> str:
    """By what the request is refused; "" where it is answered, again or for the first time."""
    place = (seat.code, seat.epoch + 1)
    enrolling = enrol_stations(command.city, stick, command.officer, {})
    point = command.account(seat.place).point
    if place in command.enrolled:
        expected = "" if command.enrolled[place][0] == seat.asked else "second_key"
    else:
        expected = "" if point is not None and command.newest(seat.code) == seat.epoch else "epoch_unexpected"
    assert [row.code for row in enrolling.refused] == ([expected] if expected else [])
    if not expected and place not in command.enrolled:
        command.enrol(place, seat.asked, point, stick)
    return expected


def _go_on(world: World, desk: Desk, point: Point, taken: int) -> None:
    """What the machine logged by itself beyond that entry is told again, each form once and of the same person."""
    seat = desk.seat
    ended = seat.history
    before = {number: (one.person, one.form) for number, one in world.told.standing(in_order(seat.epochs)).items()}
    assert desk.learn_epoch(seat.epoch, ended) == taken
    seat.go_on()
    desk.learn_history()
    own = ended[point.n :]
    assert world.told.forms(seat.history) == world.told.forms(own), "not told again as it was"
    told = world.told.standing([(seat.epoch, n, head) for n, head in enumerate(seat.history, 1)], is_open=True)
    alone = world.told.standing([(point.epoch, n, head) for n, head in enumerate(ended, 1)], is_open=True)
    expected = sorted((one.person, one.form) for (_, n), one in alone.items() if n > point.n)
    assert sorted((one.person, one.form) for one in told.values()) == expected, "taken back before, and counted again"
    after = {number: (one.person, one.form) for number, one in world.told.standing(in_order(seat.epochs)).items()}
    assert after == before, "counted twice at the station itself"
    sent = {n: state for (epoch, n), state in world.sent(desk).items() if epoch == point.epoch}
    assert all((state == "received") == (n <= point.n) for n, state in sent.items()), "received before it was sent"
    world.check(desk)
