"""Who may have been logged before, without a number that tells: asked while the person is being typed."""

from __future__ import annotations

from campaign.refusal import InputRefused, Refusal
from campaign.subject import Subject, mark_texts
from station_app.services.look_up_person import Likely, look_up_likely
from station_app.ui.intake.desk_state import Shared
from station_app.ui.intake.form import Form


class FindingLikely:
    """It shows and never decides (campaign rules, Duplicates)."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    def look(self, form: Form) -> None:
        """Asks anew whenever what is known of the person has become another thing."""
        shared, station = self._shared, self._shared.desk.station
        try:
            subject = form.entered(shared.catalogue, shared.today).subject()
        except InputRefused:  # half typed
            return
        by = Subject(old_number=subject.old_number, name=subject.name, birth_date=subject.birth_date)
        if by == form.likely_by:
            return
        form.likely_by = by
        if mark_texts(by):
            shared.desk.read.ask(
                lambda: look_up_likely(station, subject), lambda likely: self._found(form, by, likely), self._unknown
            )
        else:
            form.likely = ()

    def _found(self, form: Form, by: Subject, likely: tuple[Likely, ...]) -> None:
        if form.likely_by != by:
            return
        news = bool(likely) and not form.likely
        form.likely = likely
        if self._shared.state.form is form:
            if news:
                self._shared.sound("warning")
            self._shared.render()

    @staticmethod
    def _unknown(refusal: Refusal) -> None:
        """The look-up by number tells what is wrong with the store, and saving looks once more."""
