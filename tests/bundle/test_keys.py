"""Keys: what people compare, and the files that hold them."""

from __future__ import annotations

from hashlib import sha256

import pyrage
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from bundle.keys import (
    fingerprint,
    from_agekey,
    from_pem,
    is_recipient,
    key_id,
    keyring,
    new_age_identity,
    new_private_key,
    public_key,
    root_fingerprint,
    same_fingerprint,
    to_agekey,
    to_pem,
)
from campaign.refusal import InputRefused, NotPermitted, Refusal

PRIVATE = bytes(range(32))
# Its password is "mật khẩu"; "sai 177" happens to decrypt it to well-padded nonsense.
ENCRYPTED = b"""-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGjMF8GCSqGSIb3DQEFDTBSMDEGCSqGSIb3DQEFDDAkBBAirCiR/RFZs0WO81jf
N4gxAgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQfhQ6sLziJZS6OCWG
ttiViwRAjmbAJv6Pn/UmaYfJztXhYbhPxZ7dP4zg2kbXqvRZ6szC+J2r8VSgcHsZ
m09upldwg6qQcxGRpahnSRxfSgeKGw==
-----END ENCRYPTED PRIVATE KEY-----
"""


def test_a_key_id_is_the_digest_of_the_raw_public_key() -> None:
    # RFC 8032, section 7.1, test 1
    private = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    public = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    assert public_key(private) == public
    assert key_id(public) == sha256(public).hexdigest()
    assert keyring([public]) == {key_id(public): public}


def test_keys_are_fresh() -> None:
    assert len({new_private_key() for _ in range(3)}) == 3
    assert len(new_private_key()) == 32


def test_a_fingerprint_is_read_in_groups_of_four() -> None:
    assert fingerprint("0123456789abcdef" + "0" * 48) == "0123 4567 89ab cdef"


def test_the_root_fingerprint_covers_the_sorted_raw_keys() -> None:
    one, two = b"\x02" * 32, b"\x01" * 32
    assert (
        root_fingerprint([one, two]) == root_fingerprint(iter([two, one])) == fingerprint(sha256(two + one).hexdigest())
    )


@pytest.mark.parametrize("spoken", ["0123 4567 89AB CDEF", "0123456789abcdef", " 01 23456789 abcdef\n"])
def test_spaces_and_case_do_not_count(spoken: str) -> None:
    assert same_fingerprint("0123 4567 89ab cdef", spoken)


@pytest.mark.parametrize("spoken", ["", "0123 4567 89ab", "0123 4567 89ab cdee", "0123 4567 89ab cdef 0"])
def test_less_or_other_digits_are_another_fingerprint(spoken: str) -> None:
    assert not same_fingerprint("0123 4567 89ab cdef", spoken)


@given(st.binary(min_size=32, max_size=32), st.text(min_size=1, max_size=30) | st.none())
def test_a_key_comes_back_from_its_file(private: bytes, password: str | None) -> None:
    data = to_pem(private, password)
    assert (b"ENCRYPTED" in data) == (password is not None)
    assert from_pem(data, password) == private


def test_stock_tools_read_the_same_key() -> None:
    key = serialization.load_pem_private_key(ENCRYPTED, "mật khẩu".encode())
    assert isinstance(key, Ed25519PrivateKey)
    assert key.private_bytes_raw() == PRIVATE


def test_keyboards_that_compose_letters_differently_type_one_password() -> None:
    assert (
        from_pem(ENCRYPTED, "m\u1eadt kh\u1ea9u") == from_pem(ENCRYPTED, "ma\u0323\u0302t kha\u0302\u0309u") == PRIVATE
    )


@pytest.mark.parametrize("password", ["mat khau", "sai 177", "\udcff"])
def test_a_wrong_password_is_told(password: str) -> None:
    with pytest.raises(NotPermitted, match="wrong_password"):
        from_pem(ENCRYPTED, password)


@pytest.mark.parametrize("password", ["", None])
def test_an_encrypted_key_needs_a_password(password: str | None) -> None:
    with pytest.raises(NotPermitted, match="password_needed"):
        from_pem(ENCRYPTED, password)


def test_an_empty_password_protects_nothing() -> None:
    with pytest.raises(NotPermitted, match="password_needed"):
        to_pem(PRIVATE, "")
    with pytest.raises(NotPermitted, match="password_needed"):
        to_agekey(new_age_identity()[0], "")


def test_a_drills_files_open_with_any_password() -> None:
    assert from_pem(to_pem(PRIVATE, None), "thuc hanh") == PRIVATE
    identity, _ = new_age_identity()
    assert from_agekey(to_agekey(identity, None), "thuc hanh") == identity


def another_curve() -> bytes:
    return generate_private_key(SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


@pytest.mark.parametrize("data", [b"", b"hello", to_pem(PRIVATE, None)[:60], another_curve(), ENCRYPTED[:200]])
def test_what_is_no_key_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputRefused, match="bad_key_file"):
        from_pem(data, "mật khẩu")


@given(st.binary() | st.text().map(lambda text: f"AGE-SECRET-KEY-1{text}".encode(errors="replace")))
def test_rubbish_is_no_key_file(data: bytes) -> None:
    for read in (from_pem, from_agekey):
        with pytest.raises(Refusal, match=r"bad_key_file|password_needed"):
            read(data, None)


def test_an_age_identity_opens_what_its_recipient_was_sent() -> None:
    identity, recipient = new_age_identity()
    data = to_agekey(identity, None)
    assert f"# public key: {recipient}\n" in data.decode()
    sealed = pyrage.encrypt(b"xin", [pyrage.x25519.Recipient.from_str(recipient)])
    opened = pyrage.x25519.Identity.from_str(from_agekey(b"# created: 2021-03-01\r\n\r\n" + data, None))
    assert pyrage.decrypt(sealed, [opened]) == b"xin"


def test_an_age_identity_is_encrypted_by_age() -> None:
    identity, _ = new_age_identity()
    data = to_agekey(identity, "mật khẩu")
    assert data.startswith(b"-----BEGIN AGE ENCRYPTED FILE-----\n")
    assert identity in pyrage.passphrase.decrypt(data, "mật khẩu").decode()
    assert from_agekey(data, "mật khẩu") == identity
    with pytest.raises(NotPermitted, match="wrong_password"):
        from_agekey(data, "mat khau")
    with pytest.raises(NotPermitted, match="password_needed"):
        from_agekey(data, None)


def test_a_damaged_encrypted_identity_is_told_from_a_plain_one() -> None:
    with pytest.raises(NotPermitted, match="wrong_password"):
        from_agekey(b"age-encryption.org/v1\nrubbish", "mật khẩu")


def test_a_recipient_has_one_spelling() -> None:
    _, recipient = new_age_identity()
    assert is_recipient(recipient)
    for other in (recipient.upper(), recipient[:-1], f"{recipient}\n", "", "age1", "đ", "\udcff", "ssh-ed25519 AAAA"):
        assert not is_recipient(other)
