"""A store key wrapped by a password: Argon2id makes the wrapping key, ChaCha20-Poly1305 wraps."""

from __future__ import annotations

import secrets
from typing import Annotated

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from msgspec import Meta, Struct

from campaign.canonical import nfc

_SALT_BYTES = 16
_NONCE_BYTES = 12


class Cost(Struct, frozen=True, kw_only=True):
    """Of one guess, by Argon2id: ``memory`` in KiB. Bounded, so that a spoiled file cannot exhaust the computer."""

    memory: Annotated[int, Meta(ge=8, le=1024 * 1024)] = 64 * 1024
    time: Annotated[int, Meta(ge=1, le=16)] = 3
    parallelism: Annotated[int, Meta(ge=1, le=1)] = 1


class Wrapped(Struct, frozen=True, kw_only=True):
    cost: Cost
    salt: Annotated[bytes, Meta(min_length=_SALT_BYTES, max_length=_SALT_BYTES)]
    nonce: Annotated[bytes, Meta(min_length=_NONCE_BYTES, max_length=_NONCE_BYTES)]
    key: bytes


def wrap(key: bytes, password: str, context: bytes, cost: Cost) -> Wrapped:
    """``context`` says whose it is; it must be the same when unwrapping."""
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    sealed = ChaCha20Poly1305(_derive(password, salt, cost)).encrypt(nonce, key, context)
    return Wrapped(cost=cost, salt=salt, nonce=nonce, key=sealed)


def unwrap(wrapped: Wrapped, password: str, context: bytes) -> bytes | None:
    """The key; None for another password or context. Takes about the same time either way."""
    try:
        derived = _derive(password, wrapped.salt, wrapped.cost)
        return ChaCha20Poly1305(derived).decrypt(wrapped.nonce, wrapped.key, context)
    except InvalidTag:
        return None


def _derive(password: str, salt: bytes, cost: Cost) -> bytes:
    # Composed, because input methods differ in how they spell a Vietnamese letter.
    return hash_secret_raw(
        nfc(password).encode(),
        salt,
        time_cost=cost.time,
        memory_cost=cost.memory,
        parallelism=cost.parallelism,
        hash_len=32,
        type=Type.ID,
    )
