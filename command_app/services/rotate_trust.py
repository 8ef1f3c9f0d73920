"""A new trust version with new keys: signed by the threshold of the roots before it, and of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bundle.documents import Officer, Officers, RootKeys, Trust
from bundle.envelope import seal
from bundle.keys import public_key
from bundle.trust import accept_trust, held_trust
from bundle.trust_versions import next_trust
from campaign.refusal import InputRefused, StoreBroken
from command_app.key_files import PEM, KeyFiles
from command_app.services.city import City, trust_of
from db.envelopes import KeptEnvelope, keep_envelope, latest_envelope


def settle_keys(city: City, keys: KeyFiles) -> None:
    """Ends in the key files what an interrupted rotation had decided in the store, or takes it back there."""
    with city.store.read() as snapshot:
        trust = trust_of(snapshot)
    keys.settle({*trust.roots.ring(), *trust.officers.ring()})


def rotate_trust(
    city: City,
    keys: KeyFiles,
    signing_roots: Sequence[int],
    *,
    new_roots: Collection[int] = (),
    new_officers: Collection[str] = (),
    drop_officers: Collection[str] = (),
) -> int:
    """The new trust's version. Without any key named, every root key is made anew.

    A plan that a dropped officer signed is not believed by a station which takes it after this trust: plans are to be
    issued anew then. Raises InputRefused("no_such_root", "no_such_officer", "bad_signature" for too few roots,
    "bad_document" where fewer officers remain than sign a plan), StorageRefused.
    """
    with city.store.write() as tx:
        trust = trust_of(tx)
        count = len(trust.roots.keys)
        names = [officer.name for officer in trust.officers.keys]
        if not (new_roots or new_officers or drop_officers):
            new_roots = range(1, count + 1)
        for number in (*new_roots, *signing_roots):
            if not 1 <= number <= count:
                raise InputRefused("no_such_root", root=number, roots=count)
        for name in drop_officers:
            if name not in names:
                raise InputRefused("no_such_officer", officer=name)
        signers = [keys.root(number) for number in signing_roots]
        roots = {number: keys.stage(f"root-{number}{PEM}", f"root-{number}") for number in sorted(new_roots)}
        officers = {name: keys.stage(f"officer-{name}{PEM}", name) for name in sorted(new_officers)}
        payload = next_trust(
            trust,
            issued_at=city.now(),
            roots=_roots(trust, roots),
            officers=_officers(trust, officers, drop_officers),
        )
        own = [roots.get(number) or keys.root(number) for number in _enough(trust, signing_roots, roots)]
        kept = latest_envelope(tx, "trust")
        if kept is None:
            raise StoreBroken("store_damaged")
        line = seal("trust", payload, list(dict.fromkeys([*signers, *own])))
        version = accept_trust(held_trust(kept.content), line).current.version
        keep_envelope(tx, KeptEnvelope("trust", line, version=version))
    settle_keys(city, keys)
    return version


def _roots(trust: Trust, new: dict[int, bytes]) -> RootKeys:
    publics = [
        public_key(new[number]).hex() if number in new else held
        for number, held in enumerate(trust.roots.keys, start=1)
    ]
    return RootKeys(threshold=trust.roots.threshold, keys=tuple(publics))


def _officers(trust: Trust, new: dict[str, bytes], dropped: Collection[str]) -> Officers:
    by_name = {officer.name: officer.key for officer in trust.officers.keys if officer.name not in dropped}
    by_name |= {name: public_key(private).hex() for name, private in new.items()}
    keys = tuple(Officer(name=name, key=key) for name, key in by_name.items())
    return Officers(threshold=trust.officers.threshold, keys=keys)


def _enough(trust: Trust, signing: Sequence[int], new: dict[int, bytes]) -> list[int]:
    """Which roots of the new version sign it: the new ones, and those that signed for the old one and stay."""
    staying = [number for number in signing if number not in new]
    return list(dict.fromkeys([*new, *staying]))[: trust.roots.threshold]
