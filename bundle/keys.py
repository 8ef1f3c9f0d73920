"""Keys: Ed25519 to sign, age's X25519 to encrypt, and what people read aloud to compare them.

Private and public signing keys are their 32 raw bytes everywhere but in a key file. `cryptography` is imported where
it is used: that costs some 50 ms, which a program that only shows a status should not pay.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING

import pyrage

from campaign.canonical import nfc
from campaign.refusal import InputRefused, NotPermitted

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_FINGERPRINT_DIGITS = 16
_ENCRYPTED_PEM = (b"-----BEGIN ENCRYPTED PRIVATE KEY-----", b"-----END ENCRYPTED PRIVATE KEY-----")
_ENCRYPTED_AGE = (b"age-encryption.org/v1", b"-----BEGIN AGE ENCRYPTED FILE-----")


def new_private_key() -> bytes:
    """A fresh Ed25519 private key, 32 raw bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw()


def ed25519(private: bytes) -> Ed25519PrivateKey:
    """The key object of 32 raw bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private)


def public_key(private: bytes) -> bytes:
    """The 32 raw bytes that others verify with."""
    return ed25519(private).public_key().public_bytes_raw()


def key_id(public: bytes) -> str:
    """SHA-256 of the 32 raw public bytes, in lower-case hex: always recomputed, never believed."""
    return sha256(public).hexdigest()


def keyring(publics: Iterable[bytes]) -> dict[str, bytes]:
    """Raw public keys by their recomputed key ids, as `envelope.verify` takes them."""
    return {key_id(public): public for public in publics}


def fingerprint(digest: str) -> str:
    """The first 16 hex digits of a key id, in groups of four: `1a2b 3c4d 5e6f 7a8b`."""
    digits = digest[:_FINGERPRINT_DIGITS]
    return " ".join(digits[start : start + 4] for start in range(0, _FINGERPRINT_DIGITS, 4))


def root_fingerprint(root_keys: Iterable[bytes]) -> str:
    """What a station is told by phone before its first trust: over the sorted raw root keys, in any order given."""
    return fingerprint(sha256(b"".join(sorted(root_keys))).hexdigest())


def same_fingerprint(one: str, other: str) -> bool:
    """Whether two people mean the same: spaces and case don't count."""
    return "".join(one.split()).lower() == "".join(other.split()).lower()


def to_pem(private: bytes, password: str | None) -> bytes:
    """A key file: PKCS#8 PEM, encrypted unless the password is None (a drill's).

    Raises NotPermitted("password_needed") for an empty password.
    """
    from cryptography.hazmat.primitives import serialization as pem

    secret = None if password is None else _secret(password).encode()
    protection = pem.NoEncryption() if secret is None else pem.BestAvailableEncryption(secret)
    return ed25519(private).private_bytes(pem.Encoding.PEM, pem.PrivateFormat.PKCS8, protection)


def from_pem(data: bytes, password: str | None) -> bytes:
    """The 32 raw private bytes of a key file; a password that an unencrypted file doesn't need is not looked at.

    Raises NotPermitted("password_needed") or ("wrong_password"), InputRefused("bad_key_file"). A damaged encrypted file
    can't be told from a wrong password: one in some 256 wrong ones decrypts to well-padded nonsense.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    encrypted = all(line in data for line in _ENCRYPTED_PEM)
    secret = _secret(password).encode() if encrypted else None
    try:
        key = load_pem_private_key(data, secret)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise NotPermitted("wrong_password") if encrypted else InputRefused("bad_key_file") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise InputRefused("bad_key_file")
    return key.private_bytes_raw()


def new_age_identity() -> tuple[str, str]:
    """A fresh age identity `AGE-SECRET-KEY-1…` and its recipient `age1…`."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def recipient_of(identity: str) -> str:
    """The recipient `age1…` of an identity."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())


def is_recipient(text: str) -> bool:
    """Whether a text is an age X25519 recipient in its one spelling."""
    try:
        return str(pyrage.x25519.Recipient.from_str(text)) == text
    except (pyrage.RecipientError, UnicodeError):
        return False


def to_agekey(identity: str, password: str | None) -> bytes:
    """An age identity file as `age -i` takes it, encrypted by age (some 2 s) unless the password is None (a drill's).

    Raises NotPermitted("password_needed") for an empty password.
    """
    plain = f"# public key: {recipient_of(identity)}\n{identity}\n".encode()
    if password is None:
        return plain
    sealed: bytes = pyrage.passphrase.encrypt(plain, _secret(password), armored=True)
    return sealed


def from_agekey(data: bytes, password: str | None) -> str:
    """The identity in an age identity file, encrypted (armored or not) or plain; the first one counts.

    Raises NotPermitted("password_needed") or ("wrong_password"), InputRefused("bad_key_file").
    """
    if data.startswith(_ENCRYPTED_AGE):
        secret = _secret(password)
        try:
            data = pyrage.passphrase.decrypt(data, secret)
        except pyrage.DecryptError:
            raise NotPermitted("wrong_password") from None
    try:
        lines = (line.strip() for line in data.decode().splitlines())
        text = next(line for line in lines if line and not line.startswith("#"))
        return str(pyrage.x25519.Identity.from_str(text))
    except (UnicodeError, StopIteration, pyrage.IdentityError):
        raise InputRefused("bad_key_file") from None


def _secret(password: str | None) -> str:
    """A password in NFC: Vietnamese keyboards differ in how they compose the same letter."""
    if not password:
        raise NotPermitted("password_needed")
    try:
        return nfc(password).encode().decode()
    except UnicodeError:
        raise NotPermitted("wrong_password") from None
