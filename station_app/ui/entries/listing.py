"""The rows behind the list: of a whole day by their place, or of a search as it finds them. Only what is seen is asked.

No answer and no memory grows with the day: a page is reached from the nearest row that is known already.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections.abc import Callable
from datetime import date

from campaign.refusal import Refusal
from db.reads.entries import NEWEST, OLDEST, Key
from station_app.services.search_entries import PIECE, Piece, Sieve, search_entries
from station_app.services.show_entries import EntryRow, Place, entries_at, entries_of
from station_app.ui.asking import Desk
from station_app.ui.entries.shown import PAGE, SearchShown

_WAITING_PAGES = 3
"""Of those that a fast scroll passed by, only the last are still of interest."""
_ROWS_KEPT = 40 * PAGE
_LATER = 3


class Listing:
    """``grew`` hears how long the list is, ``came`` a page's first index and rows, ``failed`` a refused read."""

    def __init__(
        self,
        desk: Desk,
        grew: Callable[[int, SearchShown], None],
        came: Callable[[int, tuple[EntryRow, ...]], None],
        failed: Callable[[Refusal], None],
    ) -> None:
        self._desk, self._grew, self._came, self._failed = desk, grew, came, failed
        self._turn = 0
        self.begin(date.min, 0, Sieve())

    def begin(self, day: date, logged: int, sieve: Sieve) -> None:
        """Another list: answers for the one before are let go."""
        self._turn += 1
        self._day, self._logged, self._sieve = day, logged, sieve
        self._rows: dict[int, EntryRow] = {}
        self._known: list[tuple[int, Key]] = []
        self._found = array("q")  # epoch, n, epoch, n …
        self._looked = self._told = 0
        self._wanted: list[int] = []
        self._asking: int | None = None
        self.searching = not sieve.open

    def search(self) -> None:
        """Tells how long the list is; where something is sieved, looks for more, piece by piece."""
        if not self.searching:
            self._grew(self._logged, SearchShown(total=self._logged))
        elif self._logged:
            self._look_below(NEWEST)
        else:
            self._tell(running=False)

    def key_at(self, index: int) -> Key | None:
        """Of a row that has come."""
        row = self._rows.get(index)
        return row.key if row else None

    @property
    def asking(self) -> bool:
        return self._asking is not None

    def want(self, page: int) -> None:
        """A page has come into view: what was wanted last is asked first."""
        if page in self._wanted or page == self._asking:
            return
        self._wanted = [*self._wanted[1 - _WAITING_PAGES :], page]
        self._ask()

    def _ask(self) -> None:
        if self._asking is not None or not self._wanted:
            return
        page, turn = self._wanted.pop(), self._turn
        self._asking = page
        first = page * PAGE
        station, day = self._desk.station, self._day
        if self.searching:
            keys = [(self._found[at], self._found[at + 1]) for at in self._places(first)]
            self._desk.read.ask(
                lambda: entries_of(station, keys),
                lambda rows: self._take(turn, first, rows),
                lambda refusal: self._miss(turn, refusal),
            )
        else:
            place = self._place(first, min(PAGE, self._logged - first))
            self._desk.read.ask(
                lambda: entries_at(station, day, place),
                lambda rows: self._take(turn, first, rows),
                lambda refusal: self._miss(turn, refusal),
            )

    def _places(self, first: int) -> range:
        return range(2 * first, min(2 * (first + PAGE), len(self._found)), 2)

    def _place(self, first: int, limit: int) -> Place:
        """From whichever known row is nearest, either end of the day included."""
        last = first + limit - 1
        ways = [Place(NEWEST, first, limit), Place(OLDEST, self._logged - 1 - last, limit, upwards=True)]
        near = bisect_left(self._known, (first, NEWEST))
        for index, key in self._known[max(0, near - 1) : near + 1]:
            if index <= first:
                ways.append(Place(key, first - index, limit))
            if index >= last:
                ways.append(Place(key, index - last, limit, upwards=True))
        return min(ways, key=lambda way: way.skip)

    def _take(self, turn: int, first: int, rows: tuple[EntryRow, ...]) -> None:
        if turn != self._turn:
            return
        self._asking = None
        if len(self._rows) > _ROWS_KEPT:
            self._rows.clear()
        self._rows.update(enumerate(rows, first))
        if rows and not self.searching:
            for index, row in ((first, rows[0]), (first + len(rows) - 1, rows[-1])):
                if (index, row.key) not in self._known:
                    insort(self._known, (index, row.key))
        self._came(first, rows)
        self._ask()

    def _miss(self, turn: int, refusal: Refusal) -> None:
        if turn == self._turn:
            self._asking = None
            self._wanted.clear()
            self._failed(refusal)

    def _look_below(self, key: Key) -> None:
        """The first piece is small, for the first rows come from it; later ones leave the window more rest."""
        turn, station, day, sieve = self._turn, self._desk.station, self._day, self._sieve
        piece = PIECE if key == NEWEST else _LATER * PIECE
        self._desk.read.ask(
            lambda: search_entries(station, day, sieve, below=key, piece=piece),
            lambda piece: self._found_more(turn, piece),
            lambda refusal: self._miss(turn, refusal),
        )

    def _found_more(self, turn: int, piece: Piece) -> None:
        if turn != self._turn:
            return
        for epoch, n in piece.found:
            self._found.extend((epoch, n))
        self._looked += piece.looked
        self._tell(running=piece.then is not None)
        self._ask()  # a page in view comes before the next piece
        if piece.then is not None:
            self._look_below(piece.then)

    def _tell(self, *, running: bool) -> None:
        """Figures with each piece; rows when there are half as many again, for each time they are all painted."""
        found = len(self._found) // 2
        if not running or 2 * found >= 3 * self._told:
            self._told = found
        shown = SearchShown(active=True, found=found, looked=self._looked, total=self._logged, running=running)
        self._grew(self._told, shown)
