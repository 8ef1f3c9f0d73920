"""The envelope: what its signatures vouch for, and what no reader takes."""

from __future__ import annotations

import json
from base64 import b64decode, urlsafe_b64encode
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from bundle.envelope import MAX_LINE, Envelope, Signature, payload_type, read_envelope, seal, verify
from bundle.keys import key_id, keyring, public_key
from campaign.refusal import InputRefused
from tests.bundle.city import OFFICER_A, OFFICER_B, ROOTS, STRANGER

PUBLICS = [public_key(private) for private in ROOTS]
RING = keyring(PUBLICS)
LINE = seal("receipt", b'{"serial":17}', ROOTS[:1])
THREE = seal("trust", b'{"version":1}', ROOTS)


def spliced(line: bytes, old: str, new: str) -> bytes:
    assert line.count(old.encode()) == 1
    return line.replace(old.encode(), new.encode())


@given(st.binary(max_size=500), st.lists(st.sampled_from(ROOTS), min_size=1, unique=True))
def test_any_payload_comes_back_with_all_who_signed(payload: bytes, private_keys: list[bytes]) -> None:
    envelope = read_envelope(seal("trust", payload, private_keys), "trust", single=len(private_keys) == 1)
    publics = [public_key(private) for private in private_keys]
    assert envelope.payload == payload
    assert [signature.keyid for signature in envelope.signatures] == [key_id(public) for public in publics]
    assert verify(envelope, RING, len(private_keys)) == set(keyring(publics))


def test_stock_tools_check_the_same_signature() -> None:
    text = json.loads(LINE)
    payload, kind = b64decode(text["payload"]), text["payloadType"]
    signed = b"DSSEv1 %d %s %d %s" % (len(kind), kind.encode(), len(payload), payload)
    Ed25519PublicKey.from_public_bytes(PUBLICS[0]).verify(b64decode(text["signatures"][0]["sig"]), signed)
    assert list(text) == ["payload", "payloadType", "signatures"]
    assert list(text["signatures"][0]) == ["keyid", "sig"]
    assert kind == payload_type("receipt") == "application/vnd.enrol.receipt+json"
    assert text["signatures"][0]["keyid"] == key_id(PUBLICS[0])
    assert b" " not in LINE
    assert b"\n" not in LINE


@given(st.sampled_from([(LINE, "receipt"), (THREE, "trust")]), st.data())
def test_any_flipped_bit_is_refused(sealed: tuple[bytes, str], data: st.DataObject) -> None:
    line, kind = sealed
    at = data.draw(st.integers(0, len(line) - 1))
    flipped = bytearray(line)
    flipped[at] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(InputRefused, match=r"bad_envelope|unknown_key|bad_signature"):
        verify(read_envelope(bytes(flipped), kind, single=False), RING)


@given(st.binary(max_size=200) | st.text().map(str.encode))
def test_arbitrary_bytes_are_refused_by_name(line: bytes) -> None:
    with pytest.raises(InputRefused, match="bad_envelope"):
        read_envelope(line, "trust", single=False)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda values: st.lists(values) | st.dictionaries(st.sampled_from(["keyid", "sig", "payload"]) | st.text(), values),
)


@given(
    st.fixed_dictionaries({"payload": JSON, "payloadType": st.just(payload_type("trust")) | JSON, "signatures": JSON})
)
def test_arbitrary_members_raise_nothing_unnamed(value: object) -> None:
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
    with pytest.raises(InputRefused, match=r"bad_envelope|unknown_key|bad_signature"):
        verify(read_envelope(line, "trust", single=False), RING)


PAYLOAD = json.loads(LINE)["payload"]
KEYID = json.loads(LINE)["signatures"][0]["keyid"]
SIG = json.loads(LINE)["signatures"][0]["sig"]


@pytest.mark.parametrize(
    "line",
    [
        LINE + b"\n",
        b" " + LINE,
        spliced(LINE, '","payloadType"', '", "payloadType"'),
        spliced(LINE, "}]}", '}],"note":1}'),
        spliced(LINE, "}]}", ',"note":1}]}'),
        spliced(LINE, '"signatures"', '"signature"'),
        spliced(LINE, '{"payload"', '{"payload":"","payload"'),
        json.dumps(dict(reversed(json.loads(LINE).items())), separators=(",", ":")).encode(),
        spliced(LINE, PAYLOAD, PAYLOAD.rstrip("=")),
        spliced(LINE, PAYLOAD, PAYLOAD + "===="),
        spliced(LINE, PAYLOAD, PAYLOAD[:4] + "\\n" + PAYLOAD[4:]),
        spliced(LINE, PAYLOAD, PAYLOAD[:4] + "đ" + PAYLOAD[5:]),
        spliced(LINE, "receipt+json", "receipt\\u002bjson"),
        spliced(LINE, SIG, SIG.removesuffix("==")),
        spliced(LINE, SIG, chr(ord(SIG[-3]) + 1).join([SIG[:-3], SIG[-2:]])),  # bits that base64 doesn't need
        spliced(LINE, f'"{SIG}"', "null"),
        spliced(LINE, "]}", f',{{"keyid":"{KEYID}","sig":"{SIG}"}}]}}'),
        spliced(LINE, KEYID, "e\u0301"),  # not NFC
        LINE[:-1],
        b"[]",
        b"null",
        b"",
    ],
)
def test_there_is_one_spelling(line: bytes) -> None:
    with pytest.raises(InputRefused, match="bad_envelope"):
        read_envelope(line, "receipt", single=False)


def test_the_web_alphabet_of_base64_is_refused() -> None:
    payload = b"\xfb\xff\xfe"
    line = seal("receipt", payload, ROOTS[:1])
    with pytest.raises(InputRefused, match="bad_envelope"):
        read_envelope(spliced(line, "+//+", urlsafe_b64encode(payload).decode()), "receipt", single=True)


@pytest.mark.parametrize("private_keys", [[], [OFFICER_A, OFFICER_B]])
def test_some_documents_have_exactly_one_signature(private_keys: list[bytes]) -> None:
    line = seal("receipt", b"{}", private_keys)
    assert len(read_envelope(line, "receipt", single=False).signatures) == len(private_keys)
    with pytest.raises(InputRefused, match="bad_envelope"):
        read_envelope(line, "receipt", single=True)


def test_no_document_passes_for_one_of_another_kind() -> None:
    with pytest.raises(InputRefused, match="bad_envelope"):
        read_envelope(LINE, "enrolment", single=True)
    relabelled = read_envelope(spliced(LINE, ".receipt+", ".enrolment+"), "enrolment", single=True)
    with pytest.raises(InputRefused, match="bad_signature"):
        verify(relabelled, RING)


def test_a_line_is_at_most_one_mebibyte() -> None:
    head = f'{{"payload":"","payloadType":"{payload_type("plan")}","signatures":[{{"keyid":"'
    tail = '","sig":""}]}'
    line = (head + "0" * (MAX_LINE - len(head + tail)) + tail).encode()
    assert len(line) == 2**20
    assert read_envelope(line, "plan", single=True).payload == b""
    with pytest.raises(InputRefused, match="bad_envelope"):
        read_envelope(spliced(line, '","sig"', '0","sig"'), "plan", single=True)


def test_nothing_is_sealed_that_no_reader_would_take() -> None:
    with pytest.raises(InputRefused, match="too_large"):
        seal("plan", bytes(MAX_LINE // 4 * 3), ROOTS)


def test_a_strangers_signature_is_refused_beside_good_ones() -> None:
    envelope = read_envelope(seal("trust", b"{}", [*ROOTS, STRANGER]), "trust", single=False)
    with pytest.raises(InputRefused, match="unknown_key") as refused:
        verify(envelope, RING)
    assert refused.value.fields == {"key_id": key_id(public_key(STRANGER))}


def test_a_bad_signature_beyond_the_threshold_is_refused() -> None:
    envelope = read_envelope(THREE, "trust", single=False)
    *good, last = envelope.signatures
    with pytest.raises(InputRefused, match="bad_signature"):
        verify(replace(envelope, signatures=(*good, replace(last, sig=good[0].sig))), RING, 2)


@pytest.mark.parametrize("sig", [b"", bytes(63), bytes(64), bytes(65), b"\xff" * 64])
def test_what_is_no_signature_is_refused(sig: bytes) -> None:
    with pytest.raises(InputRefused, match="bad_signature"):
        verify(Envelope(b"{}", "trust", (Signature(key_id(PUBLICS[0]), sig),)), RING)


@pytest.mark.parametrize("signers", [0, 1])
def test_fewer_than_the_threshold_are_not_enough(signers: int) -> None:
    envelope = read_envelope(seal("trust", b"{}", ROOTS[:signers]), "trust", single=False)
    with pytest.raises(InputRefused, match="bad_signature") as refused:
        verify(envelope, RING, 2)
    assert refused.value.fields == {"signatures": signers, "threshold": 2}
    assert len(verify(read_envelope(THREE, "trust", single=False), RING, 2)) == 3
