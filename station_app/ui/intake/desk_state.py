"""What the left side of the screen knows at a moment, shared by the parts of its presenter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from campaign.calendar import business_day
from campaign.catalogue import Catalogue
from campaign.refusal import Refusal
from station_app.hardware.speaker import Sound
from station_app.ui.asking import Desk
from station_app.ui.intake.form import Form
from station_app.ui.intake.saving import Attempt
from station_app.ui.intake.shown import Note, RowShown, TypedField
from station_app.ui.intake.surface import IntakeSurface


@dataclass
class DeskState:
    """``attempt``: the failed one that the form came back with. ``row``: what the row under the keys says otherwise.

    ``bad_scan``: the sentence of a scan that was refused; ``lines``: those of an MRZ that isn't whole yet.
    ``next_form_id``: of a paper form that was scanned before who came with it. ``input_method``: one is on.
    ``fee_taken`` and ``receipt``: how it is done until it is changed; ``receipt_asked``: its number is being written.
    ``paper_hour``: as typed, None while nothing is caught up on; ``paper_wrong``: it was found to be no time.
    """

    form: Form | None = None
    attempt: Attempt | None = None
    row: RowShown = None
    bad_scan: str = ""
    bad_field: TypedField | None = None
    choosing_case: bool = False
    lines: list[str] = field(default_factory=list)
    next_form_id: str = ""
    input_method: bool = False
    fee_taken: bool = False
    receipt: str = ""
    receipt_asked: bool = False
    paper_hour: str | None = None
    paper_wrong: bool = False

    @property
    def failed(self) -> bool:
        """The form could not be saved, and not because of what it says: the same may be tried again."""
        refusal = self.attempt.refusal if self.attempt else None
        return refusal is not None and refusal.code != "duplicate"

    @property
    def duplicate(self) -> bool:
        """The number is accepted already: known from looking it up, or from having tried."""
        known = self.form.known if self.form else None
        return not self.failed and (self.attempt is not None or (known is not None and known.accepted is not None))

    def clear(self) -> None:
        """Without the messages about what was there before."""
        self.row, self.bad_scan, self.bad_field, self.choosing_case = None, "", None, False
        self.lines, self.receipt_asked = [], False

    def drop(self) -> None:
        """Without the form too."""
        self.form = self.attempt = None
        self.clear()


@dataclass(frozen=True)
class Shared:
    """What the parts of the presenter work with.

    ``shut``: whether nothing may be logged now; ``render``: shows the desk anew.
    """

    surface: IntakeSurface
    desk: Desk
    timer: Callable[[], float]
    render: Callable[[], None]
    shut: Callable[[], bool]
    state: DeskState = field(default_factory=DeskState)

    @property
    def catalogue(self) -> Catalogue:
        return self.desk.station.catalogue

    @property
    def today(self) -> date:
        return business_day(self.desk.now())

    def sound(self, sound: Sound) -> None:
        self.desk.sounds.play(sound)

    def note(self, refusal: Refusal) -> None:
        """Says a refusal in the row under the keys."""
        self.state.row = Note(self.desk.say(refusal))
        self.render()
