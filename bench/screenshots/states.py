"""The named states: which keys lead to each."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bench.people import Citizen
from bench.screenshots.scene import CODE, OPERATOR, SUPERVISOR, UNIT, Scene
from bench.screenshots.studio import ALT, CTRL, SHIFT, Studio
from bench.small_city import PASSWORD, USER

DAY, INTAKE, BOARD, PROGRESS, EXPORT, REPORT, BOOK, SETTINGS = (Qt.Key(ord(digit)) for digit in "12345789")
"""The rail's entries, with Alt."""
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def take_pictures(at: Studio, scene: Scene) -> None:
    """All screens, in an order in which none spoils the next."""
    at.grab("sign_in")
    at.sit(OPERATOR)
    _desk(at, scene.somebody)
    _book(at)
    _exchange(at)
    at.desktop.lock()
    at.sit(SUPERVISOR)
    _figures(at)
    at.desktop.lock()
    at.sit(USER)
    _administration(at)
    at.move(scene.new / f"home{at.look.suffix}")
    _first_run(at, scene)


def _desk(at: Studio, somebody: Citizen) -> None:
    at.go(INTAKE)
    at.grab("intake_ready")
    at.type("031195004417")
    at.press(ENTER)
    at.press(Qt.Key.Key_F3)
    at.grab("intake")
    at.press(ESCAPE)
    at.press(ESCAPE)
    at.type(somebody.number)
    at.press(ENTER)
    at.press(Qt.Key.Key_F1)
    at.grab("intake_error")
    at.press(ESCAPE)
    at.go(INTAKE, Qt.Key.Key_5)
    at.grab("pause")
    at.go(DAY)
    at.grab("shift_close")
    at.go(DAY, Qt.Key.Key_6)
    at.grab("readiness")
    at.go(BOARD)
    at.grab("board")


def _book(at: Studio) -> None:
    """What was logged, what can be done with it, and what waits."""
    at.go(BOOK)
    at.grab("entries")
    at.press(ENTER)
    at.grab("entries_details")
    at.press(Qt.Key.Key_E, CTRL)
    at.grab("entries_correction")
    at.press(ESCAPE)
    at.press(Qt.Key.Key_Delete)
    at.grab("entries_void")
    at.press(ESCAPE)
    at.turn_page()
    at.grab("follow_ups")
    at.press(Qt.Key.Key_End)
    at.press(ENTER)
    at.grab("follow_ups_phone")
    at.press(Qt.Key.Key_Delete)
    at.grab("follow_ups_closing")
    at.press(ESCAPE)


def _exchange(at: Studio) -> None:
    at.go(INTAKE)
    at.press(Qt.Key.Key_F10, SHIFT)
    at.grab("hand_over")
    at.press(Qt.Key.Key_1)
    at.grab("hand_over_secret")
    at.type("0")
    at.press(ENTER)
    at.grab("hand_over_wrong")
    at.press(ESCAPE)
    at.press(ESCAPE)


def _figures(at: Studio) -> None:
    at.go(PROGRESS)
    at.grab("progress")
    at.go(REPORT)
    at.grab("report")
    at.turn_page()
    at.press(Qt.Key.Key_Right, ALT)
    at.press(Qt.Key.Key_Space)
    at.grab("history")
    at.press(Qt.Key.Key_D, CTRL)
    at.grab("history_compared")
    at.go(SETTINGS)
    at.grab("settings_own")
    at.go(EXPORT)
    at.grab("export")
    at.press(ENTER, CTRL)
    at.grab("export_done")


def _administration(at: Studio) -> None:
    at.go(SETTINGS)
    at.grab("settings")
    at.turn_page()
    at.grab("people")
    at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_F2)
    at.grab("people_add")
    at.press(ESCAPE)
    at.turn_page()
    at.grab("enrolment")


def _first_run(at: Studio, scene: Scene) -> None:
    at.grab("set_up")
    at.fill(CODE, UNIT, "TB-1 TB-2 TB-3")
    at.fill("Nguyễn Bá Thịnh", "nb.thinh", PASSWORD, PASSWORD)
    at.grab("set_up_filled")
    at.press(ENTER, CTRL)
    at.grab("enrolment_request")
    at.press(Qt.Key.Key_Backtab, SHIFT)
    at.type(str(scene.stick))
    at.press(ENTER)
    at.press(ENTER, CTRL)
    at.grab("enrolment_requested")
