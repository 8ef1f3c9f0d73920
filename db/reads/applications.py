"""Logged applications one by one, with the person where the subject is still held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, bindparam, select

from campaign.refusal import InputRefused
from campaign.rows import ApplicationRow, FormRow
from campaign.subject import Subject, read_subject
from db import schema
from db.projections import row_from
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot

_TABLE = PROJECTIONS[ApplicationRow]
_APPLICATIONS, _SUBJECTS = _TABLE.c, schema.subjects.c
_WITH_SUBJECT = select(_TABLE, _SUBJECTS.subject).select_from(
    _TABLE.outerjoin(
        schema.subjects, and_(*(_SUBJECTS[name] == _APPLICATIONS[name] for name in ("station", "epoch", "n")))
    )
)
_MINE = (_APPLICATIONS.station == bindparam("station"), _APPLICATIONS.epoch == bindparam("epoch"))
_NEWEST_FIRST = _APPLICATIONS.n.desc()
_PAGE = Statement(
    _WITH_SUBJECT.where(*_MINE, _APPLICATIONS.n < bindparam("before")).order_by(_NEWEST_FIRST).limit(bindparam("limit"))
)
_PAGE_OF_SHIFT = Statement(
    _WITH_SUBJECT.where(*_MINE, _APPLICATIONS.shift == bindparam("shift"), _APPLICATIONS.n < bindparam("before"))
    .order_by(_NEWEST_FIRST)
    .limit(bindparam("limit"))
)
_ONE = Statement(_WITH_SUBJECT.where(*_MINE, _APPLICATIONS.n == bindparam("n")))
_LAST_BY = Statement(
    select(_APPLICATIONS.n)
    .where(*_MINE, _APPLICATIONS.shift == bindparam("shift"), _APPLICATIONS.by == bindparam("user"))
    .order_by(_NEWEST_FIRST)
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Shown:
    """An application and its person; ``subject`` is None where withheld or erased."""

    application: ApplicationRow
    subject: Subject | None


def applications_before(
    snapshot: Snapshot, station: str, epoch: int, *, limit: int, before: int = 2**53, shift: str | None = None
) -> list[Shown]:
    """A page of applications below entry number ``before``, newest first; of one shift where it is named."""
    here: dict[str, object] = {"station": station, "epoch": epoch, "before": before, "limit": limit}
    rows = snapshot.all(_PAGE, **here) if shift is None else snapshot.all(_PAGE_OF_SHIFT, **here, shift=shift)
    return [shown_of(row) for row in rows]


def application_at(snapshot: Snapshot, station: str, epoch: int, n: int) -> Shown | None:
    row = snapshot.one(_ONE, station=station, epoch=epoch, n=n)
    return None if row is None else shown_of(row)


def application_of_form(snapshot: Snapshot, station: str, form_id: str) -> Shown | None:
    """The application that a form_id was logged with, in whichever epoch."""
    form = snapshot.get(FormRow, station, form_id)
    return None if form is None else application_at(snapshot, station, form.epoch, form.n)


def last_application_by(snapshot: Snapshot, station: str, epoch: int, shift: str, user: str) -> int:
    """The entry number of a user's last application in a shift; 0 where there is none."""
    row = snapshot.one(_LAST_BY, station=station, epoch=epoch, shift=shift, user=user)
    return int(row[0]) if row else 0


def shown_of(row: Sequence[Any]) -> Shown:
    """An application's columns in order, then the bytes of its subject, None where they are not held."""
    *columns, data = row
    try:
        subject = read_subject(bytes(data)) if data is not None else None
    except InputRefused:  # quarantined as bad_subject: kept, but not shown
        subject = None
    return Shown(row_from(ApplicationRow, columns), subject)
