"""`station-app`: the desktop program at the enrolment point."""

from __future__ import annotations

import argparse
import faulthandler
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

import resources
from campaign.calendar import in_vietnam
from station_app.home import LOG
from station_app.ui.desktop import Desktop, Homes
from station_app.ui.speech import Speech
from ui_kit import theme

Language = Literal["vi", "en"]


def main() -> None:
    """The program's entry point."""
    asked = _arguments()
    homes = Homes(
        real=asked.home if asked.home and not asked.drill else _place("enrol-station"),
        practice=asked.home if asked.home and asked.drill else _place("enrol-station-practice"),
    )
    drill, lang = asked.drill, asked.lang
    _catch_crashes((homes.practice if drill else homes.real) / LOG)
    application = QApplication(sys.argv[:1])
    theme.apply(application, dark=asked.dark)
    words, translator = _words(lang), QTranslator()  # a translator reads its words where they are
    if words and translator.load(words):
        application.installTranslator(translator)
    desktop = Desktop(homes, Speech(lang), lambda **_: lambda: in_vietnam(datetime.now(UTC)), practising=drill)
    sys.excepthook = _to(desktop)
    desktop.frame.show()
    code = application.exec()
    desktop.end()
    sys.exit(code)


class Arguments(argparse.Namespace):
    home: Path | None
    drill: bool
    lang: Language
    dark: bool


def _arguments() -> Arguments:
    # Not click: its 30 ms would be a fifth of the way to the first paint.
    parser = argparse.ArgumentParser(prog="station-app", description="The enrolment station's window.")
    parser.add_argument("--home", type=Path, help="the station's folder")
    parser.add_argument(
        "--drill", action="store_true", help="work in the practice station, prepared where there is none"
    )
    parser.add_argument("--lang", choices=["vi", "en"], default="vi", help="the window's language (vi)")
    parser.add_argument("--dark", action="store_true", help="light text on dark ground")
    return parser.parse_args(namespace=Arguments())


def _place(name: str) -> Path:
    """The system's place for a program's data."""
    from platformdirs import user_data_path  # not needed where the home is named

    return user_data_path(name, appauthor=False)


def _words(lang: Language) -> bytes:
    """The compiled words of a language; none for Vietnamese, which the sources speak."""
    if lang == "vi":
        return b""
    try:
        return resources.read(f"translations/station_{lang}.qm")
    except FileNotFoundError:
        sys.exit("the words of this language are not compiled: make translations")


def _catch_crashes(log: Path) -> None:
    """Tells where even the interpreter fell; a program without a console has no other place for it than a file."""
    if sys.stderr is not None:
        faulthandler.enable()
        return
    log.mkdir(parents=True, exist_ok=True)
    faulthandler.enable((log / "crash.log").open("a"))


def _to(desktop: Desktop) -> Any:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        desktop.broke(error)

    return hook


if __name__ == "__main__":
    main()
