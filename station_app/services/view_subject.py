"""See the whole of a person's numbers: for supervisors, and each look is itself an entry."""

from __future__ import annotations

from campaign.events import SubjectViewed
from campaign.refusal import InputRefused
from campaign.rows import ApplicationRow
from campaign.subject import Subject
from db.history import History
from station_app.services.station import Station


def view_subject(station: Station, entry: int) -> Subject:
    """The particulars of an application of this epoch; the entry that tells of the look is durable before they are.

    Raises NotPermitted("role_may_not", "password_temporary"), InputRefused("no_such_entry", "not_an_application",
    "subject_not_held").
    """
    station.person.require("see_numbers")
    with station.work() as work:
        if not 1 <= entry <= work.last:
            raise InputRefused("no_such_entry", n=entry)
        epoch = station.identity.epoch
        application = work.rows.get(ApplicationRow, work.code, epoch, entry)
        if application is None:
            raise InputRefused("not_an_application", n=entry)
        subject = History(work.tx, work.code, epoch).subject(entry)
        if subject is None:
            raise InputRefused("subject_not_held", n=entry)
        work.append(SubjectViewed(entry=entry))
    return subject
