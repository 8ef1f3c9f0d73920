"""The hash rule: each entry's hash covers all entries before it (docs/bundle-format.md, section 1)."""

from __future__ import annotations

from hashlib import sha256


def first_head(station: str, epoch: int) -> bytes:
    """h(0) of a station's epoch: 32 raw bytes."""
    return sha256(f"ENROL-JOURNAL/1\n{station}\n{epoch}\n".encode()).digest()


def next_head(head: bytes, entry: bytes) -> bytes:
    """h(n) from h(n-1), 32 raw bytes, and the exact bytes of entry n."""
    return sha256(head + entry).digest()


def commitment(salt: bytes, subject: bytes) -> str:
    """What an entry says of its subject: 64 hex digits over the 16-byte salt and the subject's exact bytes."""
    return sha256(salt + subject).hexdigest()
