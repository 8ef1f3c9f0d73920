"""What the city's roots sign: the first trust, and each next one made from the one before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from bundle.documents import Officer, Officers, Recipients, Revocation, RootKeys, Trust, document_bytes


def root_keys(publics: Sequence[bytes], threshold: int) -> RootKeys:
    """Distinct raw public keys; raises InputRefused("bad_document") unless 1 <= threshold <= their number."""
    return RootKeys(threshold=threshold, keys=tuple(public.hex() for public in publics))


def officers(publics: Mapping[str, bytes], threshold: int) -> Officers:
    """Raw public keys by the officers' names; refuses as `root_keys` does."""
    return Officers(
        threshold=threshold, keys=tuple(Officer(name=name, key=public.hex()) for name, public in publics.items())
    )


def first_trust(
    *, campaign: str, drill: bool, roots: RootKeys, officers: Officers, recipients: Recipients, issued_at: str
) -> bytes:
    """The payload of version 1, to be signed by the roots. Raises InputRefused("bad_document")."""
    return document_bytes(
        Trust(
            campaign=campaign,
            drill=drill,
            version=1,
            city_generation=1,
            roots=roots,
            officers=officers,
            recipients=recipients,
            revoked=(),
            issued_at=issued_at,
        )
    )


def next_trust(
    trust: Trust,
    *,
    issued_at: str,
    roots: RootKeys | None = None,
    officers: Officers | None = None,
    recipients: Recipients | None = None,
    revoke: Iterable[Revocation] = (),
    restored: bool = False,
) -> bytes:
    """The payload of the version after `trust`, to be signed by the new roots and those of `trust`.

    What isn't given stays. A station's epoch revoked again takes the newer ``after``; `restored` raises the city
    generation. Raises InputRefused("bad_document").
    """
    revoked = {(row.station, row.epoch): row for row in (*trust.revoked, *revoke)}
    return document_bytes(
        replace(
            trust,
            version=trust.version + 1,
            city_generation=trust.city_generation + restored,
            roots=roots or trust.roots,
            officers=officers or trust.officers,
            recipients=recipients or trust.recipients,
            revoked=tuple(revoked.values()),
            issued_at=issued_at,
        )
    )
