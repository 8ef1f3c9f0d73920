"""The one envelope of every signed document: DSSE v1 with Ed25519 (docs/bundle-format.md, section 2).

A line here is one line of compact JSON without its line end. securesystemslib makes and checks the signatures; it
reads more leniently than the format does, so lines are read here. It is imported where it is used: that costs some
60 ms, which a status should not pay.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct, field

from bundle.keys import ed25519, key_id, public_key
from campaign.canonical import encode, read_exactly
from campaign.refusal import InputRefused

if TYPE_CHECKING:
    from securesystemslib.signer import SSlibKey

MAX_LINE = 2**20
"""Bytes of an envelope, its line end not counted."""


class _SignatureText(Struct, frozen=True):
    keyid: str
    sig: str


class _EnvelopeText(Struct, frozen=True):
    payload: str
    payload_type: str = field(name="payloadType")
    signatures: list[_SignatureText]


@dataclass(frozen=True, slots=True)
class Signature:
    """``keyid`` is what the envelope claims, ``sig`` raw bytes."""

    keyid: str
    sig: bytes


@dataclass(frozen=True, slots=True)
class Envelope:
    """A well-formed envelope whose signatures are still to be verified."""

    payload: bytes
    kind: str
    signatures: tuple[Signature, ...]


def payload_type(kind: str) -> str:
    """What is signed along with the payload, so that no document passes for one of another kind."""
    return f"application/vnd.enrol.{kind}+json"


def seal(kind: str, payload: bytes, private_keys: Sequence[bytes]) -> bytes:
    """The line of a payload signed by each of the keys (32 raw bytes), in the order given.

    Raises InputRefused("too_large") for what no reader would take.
    """
    from securesystemslib.dsse import Envelope as Dsse
    from securesystemslib.signer import CryptoSigner

    dsse = Dsse(payload, payload_type(kind), {})
    for private in private_keys:
        dsse.sign(CryptoSigner(ed25519(private), _dsse_key(public_key(private))))
    line = encode(dsse.to_dict())
    if len(line) > MAX_LINE:
        raise InputRefused("too_large", bytes=len(line), limit=MAX_LINE)
    return line


def read_envelope(line: bytes, kind: str, *, single: bool) -> Envelope:
    """The envelope that a line is; `single` asks for exactly one signature.

    Raises InputRefused("bad_envelope"): size, not byte for byte its own re-serialisation, other members, base64,
    another payloadType, a key id twice.
    """
    if len(line) > MAX_LINE:
        raise InputRefused("bad_envelope")
    try:
        text = read_exactly(line, _EnvelopeText)
    except InputRefused:
        raise InputRefused("bad_envelope") from None
    signatures = tuple(Signature(signature.keyid, _base64(signature.sig)) for signature in text.signatures)
    repeated = len({signature.keyid for signature in signatures}) != len(signatures)
    if text.payload_type != payload_type(kind) or repeated or (single and len(signatures) != 1):
        raise InputRefused("bad_envelope")
    return Envelope(_base64(text.payload), kind, signatures)


def verify(envelope: Envelope, keys: Mapping[str, bytes], threshold: int = 1) -> frozenset[str]:
    """The key ids that signed; `keys` are raw public keys by their recomputed ids (`keys.keyring`).

    Every signature counts, beyond the threshold too. Raises InputRefused("unknown_key") for a signature by any other
    key, InputRefused("bad_signature") for one that doesn't verify and for fewer than `threshold`.
    """
    from securesystemslib.dsse import Envelope as Dsse
    from securesystemslib.exceptions import UnverifiedSignatureError
    from securesystemslib.signer import Signature as DsseSignature

    for signature in envelope.signatures:
        if signature.keyid not in keys:
            raise InputRefused("unknown_key", key_id=signature.keyid)
    signed = Dsse(envelope.payload, payload_type(envelope.kind), {}).pae()
    for signature in envelope.signatures:
        key = _dsse_key(keys[signature.keyid])
        try:
            key.verify_signature(DsseSignature(key.keyid, signature.sig.hex()), signed)
        except UnverifiedSignatureError:
            raise InputRefused("bad_signature", key_id=signature.keyid) from None
    if len(envelope.signatures) < threshold:
        raise InputRefused("bad_signature", signatures=len(envelope.signatures), threshold=threshold)
    return frozenset(signature.keyid for signature in envelope.signatures)


def _dsse_key(public: bytes) -> SSlibKey:
    from securesystemslib.signer import SSlibKey

    return SSlibKey(key_id(public), "ed25519", "ed25519", {"public": public.hex()})


def _base64(text: str) -> bytes:
    """Standard base64 with padding in its one spelling."""
    try:
        data = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise InputRefused("bad_envelope") from None
    if b64encode(data).decode() != text:
        raise InputRefused("bad_envelope")
    return data
