"""Keeps the open form over a crash: told to the store a moment after it changed, and brought back once."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from campaign.events import Source
from campaign.refusal import Refusal
from campaign.scan import Scan
from station_app.services.drafts import is_logged, keep_draft, read_draft
from station_app.ui.intake.catching_up import CatchingUp
from station_app.ui.intake.desk_state import DeskState, Shared
from station_app.ui.intake.form import Form
from station_app.ui.intake.reading import Reading
from station_app.ui.intake.shown import BroughtBack, TypedField


class Draft(msgspec.Struct, frozen=True):
    """What of a form a person has put in, and at which device; a card's address is never kept.

    ``paper_hour`` and the fee's are how the desk logs: what is brought back must not be logged otherwise.
    """

    device: str
    scan: Scan
    source: Source
    form_id: str
    on_paper: bool
    typed: dict[TypedField, str]
    typing: bool
    case_type: str | None
    fee_taken: bool = False
    receipt: str = ""
    paper_hour: str | None = None


class Drafting:
    """`tick` each second. What is on its way to be saved is no draft any more: its form_id tells if it came through."""

    def __init__(self, shared: Shared, reading: Reading, catching_up: CatchingUp) -> None:
        self._shared, self._reading, self._catching_up = shared, reading, catching_up
        self._kept: bytes | None = None
        self._looked = False

    def begin(self) -> None:
        """Brings back what a crash left, the first time that the screen is seen."""
        if self._looked:
            return
        self._looked = True
        station = self._shared.desk.station

        def left() -> Draft | None:
            content = read_draft(station)
            self._kept = content  # from here on it differs from what is open, or is what is open
            try:
                draft = msgspec.json.decode(content, type=Draft) if content else None
            except msgspec.MsgspecError:
                return None
            return None if draft is None or is_logged(station, draft.form_id) else draft

        self._shared.desk.read.ask(left, self._bring_back, self._nothing)

    def tick(self) -> None:
        state = self._shared.state
        draft = _draft_of(state.form, state, self._shared.desk.device) if state.form else None
        content = msgspec.json.encode(draft) if draft else None
        if content == self._kept or not self._looked:
            return
        self._kept = content
        station = self._shared.desk.station
        self._shared.desk.write.ask(lambda: keep_draft(station, content), lambda _: None, self._nothing)

    def _bring_back(self, draft: Draft | None) -> None:
        shared = self._shared
        if draft is None or shared.state.form is not None:
            return
        form = Form(
            scan=draft.scan,
            source=draft.source,
            read_at=shared.desk.now(),
            begun=shared.timer(),
            form_id=draft.form_id,
            on_paper=draft.on_paper,
            typed=dict(draft.typed),
            typing=draft.typing,
            case_type=draft.case_type,
        )
        shared.desk.pick_device(draft.device)  # it must not be counted on another
        shared.state.fee_taken, shared.state.receipt = draft.fee_taken, draft.receipt
        self._catching_up.resume(draft.paper_hour)
        shared.state.row = BroughtBack()
        self._reading.open(form)
        shared.render()

    @staticmethod
    def _nothing(refusal: Refusal) -> None:
        """A draft is a kindness: that it can't be kept or read stops nobody."""


def _draft_of(form: Form, state: DeskState, device: str) -> Draft:
    return Draft(
        device=device,
        scan=replace(form.scan, address=None),
        source=form.source,
        form_id=form.form_id,
        on_paper=form.on_paper,
        typed=form.typed,
        typing=form.typing,
        case_type=form.case_type,
        fee_taken=state.fee_taken,
        receipt=state.receipt if form.receipt is None else form.receipt,
        paper_hour=state.paper_hour,
    )
