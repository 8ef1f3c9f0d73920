"""What the presenter needs of the view: events that come from people, setters for what it shows."""

from __future__ import annotations

from typing import Protocol

from station_app.ui.asking import Event
from station_app.ui.intake.communes import CommuneOffer
from station_app.ui.intake.shown import DeskShown, Focus, Saved
from station_app.ui.intake.shown_beside import (
    Closed,
    DeviceTile,
    GaugesShown,
    HeaderShown,
    ListShown,
    PauseShown,
    RecentShown,
)


class IntakeSurface(Protocol):
    """Events, with their arguments in brackets."""

    @property
    def scanned(self) -> Event:
        """[text, by_hand] What a terminator ended, or what was pasted."""

    @property
    def entered(self) -> Event:
        """Enter while the field holds nothing new."""

    @property
    def dropped(self) -> Event:
        """Esc."""

    @property
    def outcome_pressed(self) -> Event:
        """[outcome id] F1 … F7."""

    @property
    def chosen(self) -> Event:
        """[key] One of the field's choices: a reason's, case type's or cause's key."""

    @property
    def case_types_asked(self) -> Event: ...

    @property
    def typing_asked(self) -> Event:
        """Opens the fields for name, birth date, sex, commune, phone."""

    @property
    def phone_asked(self) -> Event:
        """Ctrl+D: the same, at the phone."""

    @property
    def fee_asked(self) -> Event:
        """Ctrl+T: the fee is taken, or is not."""

    @property
    def receipt_given(self) -> Event:
        """[text] Enter in the receipt's number."""

    @property
    def paper_asked(self) -> Event:
        """Ctrl+B: paper catch-up, or its hour."""

    @property
    def paper_typed(self) -> Event:
        """[text] The hour on paper."""

    @property
    def paper_ended(self) -> Event:
        """Enter in it."""

    @property
    def paper_left(self) -> Event:
        """Esc or Ctrl+B in it."""

    @property
    def typed(self) -> Event:
        """[TypedField, text]"""

    @property
    def field_ended(self) -> Event:
        """[TypedField] Enter in one of these fields."""

    @property
    def undo_asked(self) -> Event: ...

    @property
    def pause_asked(self) -> Event:
        """F9: pauses and resumes."""

    @property
    def cause_picked(self) -> Event:
        """[cause id] From the whole list."""

    @property
    def close_asked(self) -> Event:
        """F10."""

    @property
    def hand_over_asked(self) -> Event:
        """The desk changes hands; its key belongs to the window."""

    @property
    def list_asked(self) -> Event:
        """Ctrl+F: to the list of all that was logged."""

    @property
    def opening_asked(self) -> Event:
        """The empty state's key: to the readiness checklist."""

    @property
    def device_asked(self) -> Event:
        """[number] Ctrl+1 … Ctrl+9."""

    @property
    def override_asked(self) -> Event:
        """F8."""

    @property
    def override_given(self) -> Event:
        """[user, password, reason]"""

    @property
    def input_method_turned(self) -> Event:
        """[on] The system tells that the keyboard is a Vietnamese one now, or no longer."""

    @property
    def more_asked(self) -> Event:
        """The list was scrolled to its end."""

    def field_text(self) -> str:
        """What is typed and not yet ended; "" while the field shows what was read."""

    def set_field(self, text: str) -> None:
        """Shows what was read, which the next key or scan replaces; "" empties the field."""

    def set_half_typed(self, text: str) -> None:
        """As if somebody had just typed it into the field."""

    def set_typed(self, name: str, birth_date: str, sex: str, commune: str, phone: str) -> None: ...

    def receipt_text(self) -> str:
        """What stands in the receipt's field."""

    def set_receipt(self, text: str) -> None: ...

    def set_paper_hour(self, text: str) -> None: ...

    def offer_communes(self, offers: tuple[CommuneOffer, ...]) -> None: ...

    def show_desk(self, shown: DeskShown) -> None: ...

    def show_saved(self, saved: Saved, newest: RecentShown) -> None:
        """What a person waits for: painted before this returns, ahead of all that follows from it."""

    def show_closed(self, shown: Closed | None) -> None:
        """In place of the desk."""

    def show_pause(self, shown: PauseShown | None) -> None:
        """In place of person, keys and row."""

    def show_header(self, shown: HeaderShown) -> None: ...

    def show_list(self, shown: ListShown) -> None: ...

    def show_gauges(self, shown: GaugesShown) -> None: ...

    def set_stale(self, stale: bool) -> None:
        """The gauges are being reckoned anew."""

    def show_devices(self, tiles: tuple[DeviceTile, ...]) -> None: ...

    def focus(self, where: Focus) -> None: ...
