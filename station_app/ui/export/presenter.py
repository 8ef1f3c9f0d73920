"""Decides at the export screen: which stick, when it runs, what became of it. Knows no Qt."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from bundle.stick import Stick
from campaign.refusal import Refusal
from station_app.hardware.drives import Drive, removable_drives
from station_app.hardware.ejecting import eject
from station_app.services.receive_told import Brought, receive_told
from station_app.services.show_export import ExportFigures, export_figures
from station_app.services.show_sticks import PluggedStick
from station_app.ui.asking import Desk
from station_app.ui.export.choice import name_of
from station_app.ui.export.ejecting import Ejecting
from station_app.ui.export.finished import Finished, copy_shown, done_shown
from station_app.ui.export.job import Job, Outcome, steps_of
from station_app.ui.export.offering import Offering
from station_app.ui.export.rendering import bundles_shown, planned_steps, received_shown, running_shown, steps_shown
from station_app.ui.export.shown import (
    ButtonShown,
    Hindrance,
    LoadShown,
    Mode,
    ReceivedShown,
    Step,
    TroubleShown,
    WorkShown,
)
from station_app.ui.export.sticks_side import SticksSide
from station_app.ui.export.surface import ExportSurface
from station_app.ui.export.work_side import WorkSide

_SECONDS_BETWEEN_POLLS = 2
_SECONDS_BETWEEN_FIGURES = 10
_TIMED: tuple[Step, ...] = ("write", "flush", "read_back")
"""Whose times are told of the first stick; verifying takes none to speak of."""


class ExportPresenter:
    """``drives`` finds the sticks and ``eject`` lets one go, called on the slow lane; ``ticks`` gives seconds since any
    moment.
    """

    def __init__(
        self,
        view: ExportSurface,
        desk: Desk,
        drives: Callable[[], Iterable[Drive]] = removable_drives,
        ticks: Callable[[], float] = time.monotonic,
        eject: Callable[[Path], None] = eject,
    ) -> None:
        self._view, self._desk = view, desk
        self._sticks = SticksSide(desk, drives, self._render)
        self._work = WorkSide(desk, ticks, self._show_work, self._ended)
        self._offering = Offering(desk, self._render)
        self._ejecting = Ejecting(desk, eject, self._ejected)
        self._figures: ExportFigures | None = None
        self._finished: Finished | None = None
        self._received: ReceivedShown | None = None
        self._receiving = False
        self._asked = self._seconds = 0
        self._minute = ""
        view.picked.connect(self._pick)
        view.look_asked.connect(self._look)
        view.named.connect(self._sticks.name)
        view.folder_asked.connect(self._open_folder)
        view.folder_given.connect(self._sticks.give_folder)
        view.second_toggled.connect(self._toggle_second)
        view.go_asked.connect(self._go)
        view.receive_asked.connect(self._receive)
        view.copy_asked.connect(self._begin_copy)
        view.eject_asked.connect(self._ejecting.start)
        view.left.connect(self._leave)

    def shown(self) -> None:
        self._ask_figures()
        if not self._busy:
            self._sticks.look()
        self._render()

    def tick(self) -> None:
        self._seconds += 1
        minute = f"{self._desk.now():%H:%M}"
        if minute != self._minute:  # ages grow by themselves
            self._show_bundles()
        self._minute = minute
        if self._busy:
            return
        if self._seconds % _SECONDS_BETWEEN_POLLS == 0:
            self._sticks.poll()
        if self._seconds % _SECONDS_BETWEEN_FIGURES == 0:
            self._ask_figures()

    @property
    def _busy(self) -> bool:
        return self._work.job is not None or self._receiving

    @property
    def _copying(self) -> bool:
        return self._sticks.choice.copied is not None

    def _ask_figures(self) -> None:
        station = self._desk.station
        self._desk.read.drop(self._asked)
        self._asked = self._desk.read.ask(lambda: export_figures(station), self._take_figures)

    def _take_figures(self, figures: ExportFigures) -> None:
        self._figures = figures
        self._render()

    def _look(self) -> None:
        if not self._busy:
            self._sticks.look()

    def _pick(self, key: int) -> None:
        if not self._busy:
            self._sticks.pick(key)

    def _open_folder(self) -> None:
        if not self._busy:
            self._sticks.open_folder()

    def _toggle_second(self) -> None:
        choice = self._sticks.choice
        if not self._busy and choice.offered is not None:
            choice.second_wanted = not choice.second_wanted
            self._render()

    def _go(self) -> None:
        choice, figures = self._sticks.choice, self._figures
        if self._busy or self._hindrance() or choice.main is None or figures is None:
            return
        if self._copying and self._finished is not None:
            source = choice.holder.root if choice.holder else self._finished.roots[0]
            job = Job(self._finished.exported.seq, choice.main, source=source)
        elif self._finished is None and figures.load is not None:
            job = Job(figures.load.seq, choice.main, choice.second, figures.load)
        else:
            return
        self._received = None
        self._work.start(job)
        self._render()

    def _ended(self, job: Job, outcome: Outcome | None) -> None:
        heard = self._work.heard
        if outcome is not None:
            if outcome.exported is not None and job.load is not None:
                copies, roots = [copy_shown("main", job.main, heard, _TIMED)], [job.main.root]
                if job.second is not None:
                    roots += [] if outcome.trouble else [job.second.root]
                    sentence = self._desk.say(outcome.trouble) if outcome.trouble else ""
                    copies.append(copy_shown("second", job.second, heard, ("second_copy",), sentence))
                now = self._desk.now()
                self._finished = Finished(outcome.exported, job.load, tuple(roots), now, tuple(copies))
            elif self._finished is not None:
                further = copy_shown("none", job.main, heard, ("second_copy",))
                self._finished = replace(
                    self._finished,
                    copies=(*self._finished.copies, further),
                    roots=(*self._finished.roots, job.main.root),
                )
                self._sticks.choice.copied = None
            if self._finished is not None:
                carrying = [root for root in self._finished.roots if root != self._sticks.choice.folder]
                self._ejecting.offer(carrying, [stick.root for stick in (job.main, job.second) if stick])
            self._work.clear()
        self._desk.journal_grew()
        self._ask_figures()
        self._sticks.look()
        self._render()

    def _ejected(self) -> None:
        self._sticks.look()
        self._render()

    def _begin_copy(self) -> None:
        if self._finished is not None and not self._copying:
            self._sticks.choice.copied = self._finished.exported.seq
            self._render()

    def _leave(self) -> None:
        if self._work.job is not None:
            self._work.stop()
            return
        if self._receiving:
            return
        if self._copying:
            self._sticks.choice.copied = None
        elif self._finished is not None:
            self._finished = None
            self._desk.go("board")
        elif self._received is None and self._offering.shown is not None and self._work.last is None:
            self._offering.end(self._sticks.choice.main.root if self._sticks.choice.main else None)
        self._received = None
        self._work.clear()
        self._render()

    def _receive(self) -> None:
        stick, station = self._sticks.choice.main, self._desk.station
        if self._busy or self._finished is not None or stick is None:
            return
        self._receiving = True
        self._work.clear()
        self._desk.slow.ask(
            lambda: receive_told(station, Stick(stick.root)),
            lambda brought: self._brought(stick, brought),
            lambda refusal: self._not_received(stick, refusal),
        )
        self._render()

    def _brought(self, stick: PluggedStick, brought: Brought) -> None:
        self._receiving = False
        self._received = received_shown(stick, brought, self._desk.say)
        self._offering.end(stick.root)
        self._desk.journal_grew()
        self._ask_figures()
        self._sticks.look()

    def _not_received(self, stick: PluggedStick, refusal: Refusal) -> None:
        self._receiving = False
        self._received = ReceivedShown(name_of(stick), (), 0, 0, self._desk.say(refusal))
        self._sticks.look()

    def _hindrance(self) -> Hindrance:
        figures, choice = self._figures, self._sticks.choice
        if figures is None or not self._sticks.looked:
            return "looking"
        if self._receiving:
            return "receiving"
        if not figures.trusted:
            return "no_trust"
        if figures.load is None and not self._copying:
            return "nothing"
        if choice.main is None:
            return "no_usable" if choice.sticks else "no_stick"
        return ""

    def _render(self) -> None:
        view, choice, figures = self._view, self._sticks.choice, self._figures
        view.show_sticks(self._sticks.shown(locked=self._busy))
        view.show_load(
            LoadShown(
                load=figures.load if figures else None,
                known=figures is not None,
                second=name_of(choice.offered) if choice.offered else "",
                second_wanted=choice.second_wanted,
                locked=self._busy,
            )
        )
        if figures is not None:
            view.show_funnel(figures.funnel)
        self._show_bundles()
        self._show_work()
        view.show_trouble(self._trouble())
        if not self._busy:
            self._offering.look(choice.main)
        idle = self._work.job is None and self._work.last is None
        view.show_received(self._received or (self._offering.shown if idle else None))
        finished = self._finished if not self._copying else None
        pull = self._ejecting.shown()
        view.show_done(done_shown(self._desk.station, finished, figures, pull) if finished else None)

    def _show_bundles(self) -> None:
        if self._figures is not None:
            self._view.show_bundles(bundles_shown(self._figures, self._desk.now(), self._work.job))

    def _show_work(self) -> None:
        work, figures, choice = self._work, self._figures, self._sticks.choice
        job = work.job or work.last
        failed = work.refusal is not None and work.refusal.code != "cancelled"
        if work.job is not None:
            self._view.show_button(running_shown(work.job, work.heard, stopping=work.stopping))
        else:
            mode: Mode = "retry" if failed else "copy" if self._copying else "export"
            self._view.show_button(ButtonShown(mode, self._hindrance()))
        seq = job.seq if job else figures.load.seq if figures and figures.load else 0
        if job is not None:
            steps = steps_shown(job, work.heard, ended=work.job is None, failed=failed)
        else:
            main, second = choice.main, choice.second
            names = steps_of(copying=self._copying, second=second is not None)
            steps = planned_steps(names, name_of(main) if main else "", name_of(second) if second else "")
        self._view.show_work(WorkShown(seq, self._copying, steps))

    def _trouble(self) -> TroubleShown | None:
        refusal, job, figures = self._work.refusal, self._work.last, self._figures
        if refusal is None or job is None:
            return None
        last = figures.bundles[0] if figures and figures.bundles else None
        skipped = last is not None and last.seq == job.seq and not last.verified
        return TroubleShown(refusal.code == "cancelled", self._desk.say(refusal), job.seq if skipped else None)
