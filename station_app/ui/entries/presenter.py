"""Shows a day's list, sieves it, and leads from a row to what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from campaign.calendar import business_day
from campaign.refusal import Refusal
from campaign.searching import wanted
from db.reads.entries import Key
from station_app.services.search_entries import Sieve
from station_app.services.show_entries import DayOfEntries, EntryRow, day_of_entries
from station_app.ui.asking import Desk
from station_app.ui.entries.acting import Acting
from station_app.ui.entries.listing import Listing
from station_app.ui.entries.rendering import EntriesNaming
from station_app.ui.entries.shown import STATES, Mode, SearchShown
from station_app.ui.entries.surface import EntriesSurface


class EntriesPresenter:
    def __init__(self, view: EntriesSurface, desk: Desk) -> None:
        self._view, self._desk = view, desk
        self._naming = EntriesNaming(desk)
        self._day: date | None = None  # today, whichever that is
        self._sieve = Sieve()
        self._short = False
        self._turn = 0
        self._fresh = True
        self._listing = Listing(desk, self._grew, self._came, self._failed)
        self._acting = Acting(view, desk, self._look)
        view.day_picked.connect(self._pick_day)
        view.day_stepped.connect(self._step_day)
        view.sieved.connect(self._set_sieve)
        view.wanted.connect(self._want)
        view.moved.connect(self._moved)
        view.opened.connect(lambda index: self._open(index, "details"))
        view.void_asked.connect(lambda index: self._open(index, "void"))
        view.correction_asked.connect(lambda index: self._open(index, "correction"))

    def shown(self) -> None:
        self._look()

    def tick(self) -> None:
        self._acting.tick()

    def _today(self) -> date:
        return business_day(self._desk.now())

    def _look(self) -> None:
        """Reads the day anew; the rows on the screen stay until theirs come."""
        self._turn += 1
        turn, station, day = self._turn, self._desk.station, self._day or self._today()
        self._view.show_waiting(True)
        self._desk.read.ask(
            lambda: day_of_entries(station, day), lambda figures: self._day_seen(turn, figures), self._failed
        )

    def _day_seen(self, turn: int, day: DayOfEntries) -> None:
        if turn != self._turn:
            return
        self._acting.day = day
        self._view.show_trouble("")
        self._view.show_day(self._naming.day(day))
        self._listing.begin(day.day, day.logged, self._sieve)
        self._listing.search()

    def _grew(self, rows: int, search: SearchShown) -> None:
        if self._short:
            search = replace(search, short=True)
        self._view.show_waiting(False)
        self._view.show_length(rows, search, fresh=self._fresh)
        self._fresh = False

    def _came(self, first: int, rows: tuple[EntryRow, ...]) -> None:
        self._view.show_waiting(False)
        self._view.show_rows(first, tuple(map(self._naming.row, rows)))

    def _failed(self, refusal: Refusal) -> None:
        self._view.show_waiting(False)
        self._view.show_trouble(self._desk.say(refusal))

    def _want(self, page: int) -> None:
        self._listing.want(page)
        if self._listing.asking:
            self._view.show_waiting(True)

    def _pick_day(self, day: date | None) -> None:
        today = self._today()
        self._day = None if day is None or day >= today else day
        self._begin_anew()

    def _step_day(self, days: int) -> None:
        self._pick_day((self._day or self._today()) + timedelta(days=days))

    def _set_sieve(self, text: str, outcome: str, by: str, device: str, state: str) -> None:
        looked_for = wanted(text)
        short = bool(text.strip()) and looked_for is None
        chosen = next((one for one in STATES if one == state), None)
        sieve = Sieve(outcome=outcome, by=by, device=device, state=chosen, wanted=looked_for)
        if (sieve, short) != (self._sieve, self._short):
            self._sieve, self._short = sieve, short
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._fresh = True
        self._acting.close()
        self._look()

    def _moved(self, index: int) -> None:
        """The numbers of one row are not left standing beside another."""
        if not self._acting.at_work:
            self._acting.hide_numbers()

    def _key(self, index: int) -> Key | None:
        return self._listing.key_at(index)

    def _open(self, index: int, mode: Mode) -> None:
        key = self._key(index)
        if key is not None:
            self._acting.open(key, mode)
