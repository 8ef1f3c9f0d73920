"""What the journal hears of people coming to the station's window."""

from __future__ import annotations

from campaign.events import SignedIn, SignInFailed
from campaign.refusal import StorageRefused
from station_app.services.pins import trust_pin_again
from station_app.services.station import Station


def tell_sign_in(station: Station) -> None:
    """Appends who is at the desk now, after the failed sign-ins before it.

    A full disk keeps nobody out: what would be saved next says so.
    """
    tell_failures(station)
    try:
        with station.work() as work:
            work.append(SignedIn(user=station.person.user))
            trust_pin_again(work.tx, station.person.user)
    except StorageRefused:
        return


def tell_failures(station: Station) -> None:
    """Failed sign-ins wait beside the store until it can be written to; a full disk lets them wait on."""
    failures = station.slots.failures
    if not failures:
        return
    try:
        with station.work() as work:
            for failure in failures:
                work.append(SignInFailed(user=failure.user, happened_at=failure.at))
        station.slots.take_failures()
    except StorageRefused:
        return
