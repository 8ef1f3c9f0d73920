"""`station-app`: the desktop program at the enrolment point.

The window is on the screen before most of the program is read: what only it needs is imported afterwards.
"""

from __future__ import annotations

import faulthandler
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from station_app.home import Homes
from station_app.services.settings import Settings, read_settings
from station_app.ui.appearance import is_dark, wear
from station_app.ui.frame import Frame
from ui_kit import tokens

if TYPE_CHECKING:
    from station_app.ui.desktop import Desktop

Language = Literal["vi", "en"]
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def main() -> None:
    """The program's entry point. A plain start doesn't wait for the parser of options."""
    if not sys.argv[1:]:
        run()
    import click

    @click.command()
    @click.option("--home", type=click.Path(path_type=Path, file_okay=False), help="The station's folder.")
    @click.option("--drill", is_flag=True, help="Work in the practice station, prepared where there is none yet.")
    @click.option("--lang", type=click.Choice(["vi", "en"]), help="Of the window; as set by default.")
    @click.option("--dark", is_flag=True, help="Light text on dark ground, whatever is set.")
    def station_app(home: Path | None, drill: bool, lang: Language | None, dark: bool) -> None:
        """The enrolment station's window."""
        run(home, drill=drill, lang=lang, dark=dark)

    station_app()


def run(home: Path | None = None, *, drill: bool = False, lang: Language | None = None, dark: bool = False) -> None:
    """Shows the window and works until it is closed; exits the process."""
    if sys.stderr is not None:
        faulthandler.enable()
    application = QApplication(sys.argv[:1])
    homes = Homes(practice=home) if drill else Homes(real=home)
    settings = read_settings(homes.folder(practising=drill)).settings
    if dark:
        settings = replace(settings, theme="dark")
    words, translator = _words(lang, settings.language), QTranslator()  # a translator reads its words where they are
    if words and translator.load(words):
        application.installTranslator(translator)
    settings = replace(settings, language="en" if words else "vi")
    frame = Frame(tokens.DARK if is_dark(settings.theme) else tokens.LIGHT)
    working: list[Desktop] = []

    def work() -> None:
        desktop = _desktop(frame, homes, settings, practising=drill)
        sys.excepthook = _told_to(desktop)
        _catch_crashes(desktop)
        working.append(desktop)

    frame.painted.connect(lambda: QTimer.singleShot(0, work))
    frame.closing.connect(lambda: None if working else frame.let_go())
    signal.signal(signal.SIGTERM, lambda *_: frame.close())  # the computer shuts down: what was begun is written first
    frame.show()
    code = application.exec()
    for desktop in working:
        desktop.end()
    sys.exit(code)


def _desktop(frame: Frame, homes: Homes, settings: Settings, *, practising: bool) -> Desktop:
    from campaign.calendar import in_vietnam
    from station_app.ui.desktop import Desktop
    from station_app.ui.speech import Speech

    wear(settings)

    def clock_for(**_: bool) -> Callable[[], datetime]:
        return lambda: in_vietnam(datetime.now(UTC))

    return Desktop(homes, Speech(settings.language), clock_for, practising=practising, frame=frame, settings=settings)


def _words(asked: Language | None, setting: Language) -> bytes:
    """The compiled words of a language; none for Vietnamese, which the sources speak.

    Only who asked for a language by name is told that its words are missing: a setting keeps nobody from work.
    """
    if (asked or setting) == "vi":
        return b""
    import resources

    try:
        return resources.read(f"translations/station_{asked or setting}.qm")
    except FileNotFoundError:
        if asked is None:
            return b""
        sys.exit("station-app: the words of this language are not compiled (make translations)")


def _told_to(desktop: Desktop) -> Hook:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        desktop.broke(error)

    return hook


def _catch_crashes(desktop: Desktop) -> None:
    """Tells where even the interpreter fell, in a file where there is no console."""
    if not faulthandler.is_enabled():
        desktop.log_folder.mkdir(parents=True, exist_ok=True)
        faulthandler.enable((desktop.log_folder / "crash.log").open("a"))


if __name__ == "__main__":
    main()
