"""Keeps what is open at the desk over a crash: told to the store a moment after it changed, brought back once."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from campaign.events import Source
from campaign.refusal import Refusal
from campaign.scan import Scan
from station_app.services.drafts import is_logged, keep_draft, read_draft
from station_app.ui.intake.catching_up import CatchingUp
from station_app.ui.intake.desk_state import Shared
from station_app.ui.intake.form import Form
from station_app.ui.intake.reading import Reading
from station_app.ui.intake.shown import BroughtBack, TypedField


class DraftForm(msgspec.Struct, frozen=True):
    """What of a form a person has put in; a card's address is never kept. ``outcome``: the one that waits for its
    reason.
    """

    scan: Scan
    source: Source
    form_id: str
    on_paper: bool
    typed: dict[TypedField, str]
    typing: bool
    case_type: str | None
    outcome: str
    receipt: str | None


class Draft(msgspec.Struct, frozen=True, omit_defaults=True):
    """``half``: typed into the scan field and not ended; ``lines``: of an MRZ that isn't whole; ``next_form_id``: of
    the paper form whose person comes next. The fee's and ``paper_hour`` are how the desk logs.
    """

    device: str
    day: str
    form: DraftForm | None = None
    half: str = ""
    lines: list[str] = msgspec.field(default_factory=list)
    next_form_id: str = ""
    fee_taken: bool = False
    receipt: str = ""
    paper_hour: str | None = None

    @property
    def holds(self) -> bool:
        """Something that a person has put in."""
        return bool(self.form or self.half or self.lines or self.next_form_id)


class Drafting:
    """`keep` after each change and each second. What is on its way to be saved is no draft any more: its form_id tells
    if it came through.
    """

    def __init__(self, shared: Shared, reading: Reading, catching_up: CatchingUp) -> None:
        self._shared, self._reading, self._catching_up = shared, reading, catching_up
        self._kept: bytes | None = None
        self._looked = self._keeping = False

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
            saved = draft is not None and draft.form is not None and is_logged(station, draft.form.form_id)
            return msgspec.structs.replace(draft, form=None) if draft and saved else draft

        self._shared.desk.read.ask(left, self._bring_back, self._nothing)

    def keep(self) -> None:
        """Nothing to do where it is kept, and one at a time: what changes meanwhile is kept next."""
        draft = self._draft()
        empty = not (draft.holds or draft.fee_taken or draft.paper_hour is not None)
        content = None if empty else msgspec.json.encode(draft)
        if content == self._kept or self._keeping or not self._looked:
            return
        self._keeping = True
        station = self._shared.desk.station

        def kept(done: bool) -> None:
            self._keeping = False
            if done:
                self._kept = content
                self.keep()

        self._shared.desk.write.ask(lambda: keep_draft(station, content), kept, lambda _: kept(False))

    def _draft(self) -> Draft:
        shared, state = self._shared, self._shared.state
        return Draft(
            device=shared.desk.device,
            day=shared.today.isoformat(),
            form=_kept(state.form) if state.form else None,
            half=shared.surface.field_text(),
            lines=list(state.lines),
            next_form_id=state.next_form_id,
            fee_taken=state.fee_taken,
            receipt=state.receipt,
            paper_hour=state.paper_hour,
        )

    def _bring_back(self, draft: Draft | None) -> None:
        shared, state = self._shared, self._shared.state
        if draft is None or state.form is not None or shared.surface.field_text():
            return
        if draft.holds:
            shared.desk.pick_device(draft.device)  # it must not be counted on another
            state.row = BroughtBack()
        if draft.day == shared.today.isoformat():
            state.fee_taken, state.receipt = draft.fee_taken, draft.receipt
            self._catching_up.resume(draft.paper_hour)
        state.lines, state.next_form_id = list(draft.lines), draft.next_form_id
        if draft.form:
            self._reading.open(self._form(draft.form))
        if draft.half:
            shared.surface.set_half_typed(draft.half)
        shared.render()

    def _form(self, kept: DraftForm) -> Form:
        shared = self._shared
        return Form(
            scan=kept.scan,
            source=kept.source,
            read_at=shared.desk.now(),
            begun=shared.timer(),
            form_id=kept.form_id,
            on_paper=kept.on_paper,
            typed=dict(kept.typed),
            typing=kept.typing,
            case_type=kept.case_type,
            outcome=shared.catalogue.outcomes.get(kept.outcome),
            receipt=kept.receipt,
        )

    @staticmethod
    def _nothing(refusal: Refusal) -> None:
        """A draft is a kindness: that it can't be kept or read stops nobody."""


def _kept(form: Form) -> DraftForm:
    return DraftForm(
        scan=replace(form.scan, address=None),
        source=form.source,
        form_id=form.form_id,
        on_paper=form.on_paper,
        typed=form.typed,
        typing=form.typing,
        case_type=form.case_type,
        outcome=form.outcome.id if form.outcome else "",
        receipt=form.receipt,
    )
