"""The threads beside the window, and what is said of what they answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from campaign.refusal import InputRefused, NotPermitted, Refusal
from station_app.bootstrap import catalogue
from station_app.ui.lanes import Lane
from station_app.ui.seat_lane import SeatLane
from station_app.ui.speech import Speech


class Gate:
    """A call that begins, and ends when it is let."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.begun, self.may_end = threading.Event(), threading.Event()

    def __call__(self) -> str:
        self.begun.set()
        self.may_end.wait(10)
        return self.answer


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    made = Lane("test")
    yield made
    made.stop()


def test_calls_run_one_after_another_elsewhere_and_answer_here(qtbot: QtBot, lane: Lane) -> None:
    ran: list[str] = []
    answered: list[tuple[str, str]] = []

    def then(answer: str) -> None:
        answered.append((answer, threading.current_thread().name))

    def call(name: str) -> str:
        ran.append(f"{name} {threading.current_thread().name}")
        return name

    for name in ("a", "b", "c"):
        lane.ask(partial(call, name), then)
    qtbot.waitUntil(lambda: len(answered) == 3)
    assert ran == ["a test", "b test", "c test"]
    assert answered == [(name, threading.current_thread().name) for name in ("a", "b", "c")]


def test_a_patient_lane_lets_the_window_paint_first(qtbot: QtBot) -> None:
    lane, order = Lane("patient", patient=True), list[str]()

    class Window(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            order.append("painted")

    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.wait(20)
    order.clear()
    lane.ask(partial(order.append, "read"), lambda _: order.append("answered"))
    window.update()
    qtbot.waitUntil(lambda: len(order) == 3)
    lane.stop()
    assert order == ["painted", "read", "answered"]


def test_a_dropped_answer_never_comes_but_the_call_runs(qtbot: QtBot, lane: Lane) -> None:
    late = Gate("late")
    answers: list[str] = []
    number = lane.ask(late, answers.append)
    lane.ask(lambda: "next", answers.append)
    late.begun.wait(10)
    lane.drop(number)
    late.may_end.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["next"]


def test_a_refusal_goes_to_who_foresaw_it_or_else_to_the_window(qtbot: QtBot, lane: Lane) -> None:
    def refuse() -> None:
        raise NotPermitted("role_may_not", role="operator", right="export")

    heard: list[Refusal] = []
    broke: list[object] = []
    lane.broke.connect(broke.append)
    lane.ask(refuse, lambda _: None, heard.append)
    lane.ask(refuse, lambda _: None)
    qtbot.waitUntil(lambda: bool(broke))
    assert [refusal.code for refusal in heard] == ["role_may_not"]
    assert isinstance(broke[0], NotPermitted)


def test_a_bug_is_told_to_the_window_and_the_caller_waits_no_longer(qtbot: QtBot, lane: Lane) -> None:
    heard: list[Refusal] = []
    broke: list[object] = []
    lane.broke.connect(broke.append)
    lane.ask(lambda: 1 // 0, lambda _: None, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(broke[0], ZeroDivisionError)
    assert heard[0].code == "bug"
    answers: list[int] = []
    lane.ask(lambda: 1, answers.append)
    qtbot.waitUntil(lambda: answers == [1])


def test_a_word_from_within_a_call_is_heard_here_before_its_answer(qtbot: QtBot, lane: Lane) -> None:
    heard: list[str] = []
    lane.ask(lambda: lane.tell(lambda: heard.append(threading.current_thread().name)), lambda _: heard.append("end"))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [threading.current_thread().name, "end"]


def test_stopping_waits_for_what_was_begun(qtbot: QtBot) -> None:
    lane = Lane("short")
    done: list[int] = []
    for number in range(20):
        lane.ask(partial(done.append, number), lambda _: None)
    lane.stop()
    assert done == list(range(20))


def test_nobody_who_has_left_hears_an_answer(qtbot: QtBot, lane: Lane) -> None:
    seat = SeatLane(lane)
    heard: list[str] = []
    old = Gate("old")
    seat.ask(old, heard.append)
    old.begun.wait(10)
    seat.leave()
    old.may_end.set()
    SeatLane(lane).ask(lambda: "new", heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["new"]


def test_refusals_are_said_with_clock_times_and_lists(qtbot: QtBot) -> None:
    locked = NotPermitted("locked_out", until="2021-04-08T07:28:00+07:00")
    assert Speech("vi").say(locked).startswith("Sai mật khẩu quá nhiều lần: khóa đến 07:28 08/04/2021.")
    missing = InputRefused("check_missing", checks=["a", "b"])
    assert "a, b" in Speech("en").say(missing)


def test_catalogue_rows_have_names_in_both_languages(qtbot: QtBot) -> None:
    outcome = catalogue().outcomes["missing_papers"]
    assert (Speech("vi").label(outcome), Speech("en").label(outcome)) == ("Thiếu giấy tờ", "Papers missing")
