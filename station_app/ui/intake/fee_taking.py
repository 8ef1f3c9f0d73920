"""What is due for the card, and whether it was taken: as chosen last, each receipt the next one of its book."""

from __future__ import annotations

from campaign.codes import Outcome
from campaign.events import Fee
from campaign.fee_receipt import next_receipt, receipt_number
from campaign.refusal import InputRefused
from station_app.ui.intake.desk_state import Shared
from station_app.ui.intake.form import Form


class FeeTaking:
    """Taking stays on, or off, until it is changed: most desks do all of a shift alike."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._last: tuple[int, str] | None = None

    def asked(self) -> None:
        """Ctrl+T: taken, once its receipt is told; or not taken."""
        shared, state, form = self._shared, self._shared.state, self._shared.state.form
        if form is None or shared.shut() or not form.fee_due(shared.catalogue, shared.today):
            return
        if state.receipt_asked or state.fee_taken:
            state.receipt_asked = state.fee_taken = False
            form.receipt = None
            shared.surface.focus("scan")
        else:
            state.receipt_asked, state.row, form.outcome = True, None, None
            shared.surface.set_receipt(form.receipt or state.receipt)
        shared.render()
        if state.receipt_asked:
            shared.surface.focus("receipt")

    def given(self, text: str) -> bool:
        """The receipt's number, "" where none is written; returns whether it can be one."""
        shared, state, form = self._shared, self._shared.state, self._shared.state.form
        try:
            number = receipt_number(text)
        except InputRefused as refusal:
            shared.sound("refused")
            shared.note(refusal)
            return False
        state.receipt_asked, state.fee_taken, state.receipt, state.row = False, True, number, None
        if form:
            form.receipt = None
        shared.surface.focus("scan")
        shared.render()
        return True

    def of(self, form: Form, outcome: Outcome) -> Fee | None:
        """What is logged with the form. A receipt stays the form's own, however often that is tried."""
        shared, state = self._shared, self._shared.state
        if not outcome.counts_toward_quota:
            return None
        due = form.fee_due(shared.catalogue, shared.today)
        if not due or not state.fee_taken:
            return Fee(due=due, taken=0, receipt="")
        if form.receipt is None:
            form.receipt, state.receipt = state.receipt, next_receipt(state.receipt)
        return Fee(due=due, taken=due, receipt=form.receipt)

    def saved(self, n: int, fee: Fee | None) -> None:
        """Entry ``n`` is durable with it."""
        self._last = (n, fee.receipt) if fee and fee.taken else None

    def taken_back(self, n: int) -> None:
        """The entry was undone: its receipt is there for the one in its place."""
        if self._last and self._last[0] == n:
            self._shared.state.receipt = self._last[1]
            self._last = None
