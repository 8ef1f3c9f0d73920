"""The cases that wait as the list shows them."""

from __future__ import annotations

from station_app.services.follow_ups import Case, Cases
from station_app.ui.asking import Desk
from station_app.ui.follow_ups.shown import CaseShown, CasesShown, OwnerShown, ReasonShown
from station_app.ui.intake.communes import unit_shown
from station_app.ui.intake.rendering import Naming


class FollowUpNaming(Naming):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.station.catalogue, desk.label)
        self._station = desk.station.identity.station

    def cases(self, cases: Cases) -> CasesShown:
        return CasesShown(
            station=self._station,
            today=cases.today,
            cases=tuple(self._case(case) for case in cases.cases),
            matching=cases.matching,
            waiting=cases.waiting,
            late=cases.late,
            reasons=tuple(
                ReasonShown(f"{outcome} {reason}", self.outcome(outcome), self.reason(outcome, reason), count)
                for (outcome, reason), count in sorted(cases.by_reason.items(), key=lambda one: -one[1])
            ),
            owners=(
                OwnerShown("", "", cases.by_owner.get("", 0)),
                *(OwnerShown(one.user, one.full_name, cases.by_owner.get(one.user, 0)) for one in cases.people),
            ),
        )

    def _case(self, case: Case) -> CaseShown:
        return CaseShown(
            day=case.at.date(),
            age=case.age,
            outcome=self.outcome(case.outcome),
            reason=self.reason(case.outcome, case.reason),
            last_digits=case.last_digits,
            name=case.name,
            phone=case.phone,
            commune=unit_shown(self.catalogue.units, case.commune),
            owner=case.arranged.owner,
            owner_name=case.owner_name,
            next_on=case.arranged.next_on,
            here=case.here,
            due=case.due,
            late=case.late,
        )
