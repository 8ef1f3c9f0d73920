"""A day, its rows and one application as the list of the logged shows them."""

from __future__ import annotations

from campaign.subject import Subject
from station_app.services.show_entries import DayOfEntries, EntryRow
from station_app.services.show_entry import EntryDetails
from station_app.ui.asking import Desk
from station_app.ui.entries.shown import (
    CorrectionShown,
    DayShown,
    DetailsShown,
    DeviceChoice,
    NumbersShown,
    OutcomeChoice,
    PersonChoice,
    RowShown,
    VoidedShown,
    VoidShown,
)
from station_app.ui.intake.communes import offers, unit_shown
from station_app.ui.intake.rendering import Naming
from station_app.ui.intake.shown import Choice


class EntriesNaming(Naming):
    """The desk's words for the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.station.catalogue, desk.label)
        self._desk = desk

    def day(self, day: DayOfEntries) -> DayShown:
        return DayShown(
            day=day.day,
            is_today=day.day >= day.today,
            station=self._desk.station.identity.station,
            logged=day.logged,
            voided=day.voided,
            outcomes=tuple(
                OutcomeChoice(
                    self.outcome(outcome.id),
                    self.reasons(outcome),
                    outcome.needs_reason,
                    day.unvoided.get(outcome.id, 0),
                    outcome.counts_toward_quota,
                )
                for outcome in self.catalogue.outcomes.values()
            ),
            devices=tuple(DeviceChoice(device, label) for device, label in day.devices.items()),
            people=tuple(PersonChoice(one.user, one.full_name) for one in day.people),
        )

    def row(self, row: EntryRow) -> RowShown:
        return RowShown(
            n=row.n,
            at=row.at,
            device=row.device,
            last_digits=row.last_digits,
            name=row.name,
            born=row.born[:4],
            outcome=self.outcome(row.outcome),
            reason=self.reason(row.outcome, row.reason),
            by=row.by,
            voided=row.voided,
            warned=row.warned,
            paper=row.paper,
            sent=row.sent,
        )

    def details(self, entry: EntryDetails, numbers: NumbersShown | None = None) -> DetailsShown:
        void = entry.void
        return DetailsShown(
            n=entry.n,
            place=entry.place,
            at=entry.at,
            happened_at=entry.happened_at,
            day=entry.day,
            device=entry.device_label,
            window=entry.window,
            by=entry.by,
            number=entry.number,
            old_number=entry.old_number,
            name=entry.name,
            born=entry.born,
            sex=entry.sex,
            commune=unit_shown(self.catalogue.units, entry.commune),
            phone=entry.phone,
            held=entry.held,
            erased=entry.erased,
            case_type=self.any_case_type(entry.case_type),
            outcome=self.outcome(entry.outcome),
            reason=self.reason(entry.outcome, entry.reason),
            source=entry.source,
            warnings=entry.warnings,
            overridden_by=entry.overridden_by,
            fee=entry.fee,
            form_id=entry.form_id,
            sent=entry.sent,
            voided=VoidedShown(void.n, void.at, void.by, void.second, self._void_reason(void.reason)) if void else None,
            changeable=entry.changeable,
            sees_numbers=self._desk.station.person.may("see_numbers") and entry.held and entry.epoch == self._epoch,
            numbers=numbers,
        )

    def void(self, day: DayOfEntries, chosen: str) -> VoidShown:
        """The reasons that want a second person: a reason without one is the intake screen's undo."""
        listed = [reason for reason in self.catalogue.void_reasons.values() if reason.second_person]
        reasons = tuple(Choice(str(key), one.id, self._desk.label(one)) for key, one in enumerate(listed, 1))
        return VoidShown(reasons, chosen, self._seconds(day))

    def correction(self, day: DayOfEntries, entry: EntryDetails) -> CorrectionShown:
        units = self.catalogue.units
        offered = offers(units)
        shown = self.day(day)
        return CorrectionShown(
            name=entry.name,
            birth_date="/".join(reversed(entry.born.split("-"))),
            sex=entry.sex,
            commune=next((offer.text for offer in offered if offer.code == entry.commune), ""),
            case_types=tuple(self.case_type(id) for id in self.catalogue.case_types),
            case_type=entry.case_type,
            outcomes=shown.outcomes,
            outcome=entry.outcome,
            reason=entry.reason,
            devices=shown.devices,
            device=entry.device,
            seconds=self._seconds(day),
            communes=offered,
            stays=entry.takes_more,
        )

    def any_case_type(self, id: str) -> Choice:
        """Also of an id that these catalogues don't have any more."""
        return self.case_type(id) if id in self.catalogue.case_types else Choice("", id, id)

    @property
    def _epoch(self) -> int:
        return self._desk.station.identity.epoch

    def _seconds(self, day: DayOfEntries) -> tuple[PersonChoice, ...]:
        me = self._desk.station.person.user
        people = [one for one in day.people if one.role != "operator" and one.user != me]
        return tuple(PersonChoice(one.user, one.full_name) for one in people)

    def _void_reason(self, id: str) -> str:
        reason = self.catalogue.void_reasons.get(id)
        return self._desk.label(reason) if reason else id


def numbers_shown(subject: Subject) -> NumbersShown:
    return NumbersShown(subject.number or "", subject.old_number or "", subject.phone or "")
