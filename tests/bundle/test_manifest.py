"""The manifest: what it says, in which form, and what no reader believes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle.manifest import Manifest, bundle_name, manifest_bytes, parse_bundle_name, read_manifest
from campaign.refusal import InputRefused
from tests.bundle.files import a_manifest


def test_its_keys_and_their_order_are_the_formats() -> None:
    said = json.loads(manifest_bytes(a_manifest()))
    assert list(said) == [
        *("format", "campaign", "drill", "station", "epoch", "seq", "previous", "first", "last", "count"),
        *("head_before", "head", "trust_version", "plan_version", "city_generation", "created_at"),
        *("ciphertext", "plaintext"),
    ]
    assert list(said["ciphertext"]) == ["bytes", "sha256"]
    assert list(said["plaintext"]) == ["bytes", "sha256", "lines"]


@pytest.mark.parametrize("changes", [{}, {"previous": None}, {"format": "enrol-rebuild/1"}, {"plan_version": 9}])
def test_it_comes_back(changes: dict[str, Any]) -> None:
    manifest = a_manifest(**changes)
    assert read_manifest(manifest_bytes(manifest)) == manifest


def _changed(**changes: Any) -> bytes:
    return json.dumps(json.loads(manifest_bytes(a_manifest())) | changes, separators=(",", ":")).encode()


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "enrol-bundle/2"},
        {"drill": 1},
        {"station": "HP-lc-01"},
        {"station": "NUL"},
        {"station": "A" * 33},
        {"epoch": 0},
        {"epoch": 2**53},
        {"seq": 0},
        {"seq": 1.5},
        {"previous": "AB" * 32},
        {"first": 0, "last": 3},
        {"last": 15},
        {"count": 5},
        {"last": 10, "count": 0},
        {"last": 2_000_011, "count": 2_000_001, "plaintext": {"bytes": 1, "sha256": "04" * 32, "lines": 2_000_001}},
        {"head": None},
        {"trust_version": "1"},
        {"plan_version": -1},
        {"city_generation": 0},
        {"created_at": "2021-03-13T07:00:00Z"},
        {"created_at": "2021-02-30T07:00:00+07:00"},
        {"ciphertext": {"bytes": 0, "sha256": "03" * 32}},
        {"ciphertext": {"bytes": 900}},
        {"plaintext": {"bytes": 2**30 + 1, "sha256": "04" * 32, "lines": 5}},
        {"plaintext": {"bytes": 2000, "sha256": "04" * 32, "lines": 3}},
        {"plaintext": {"bytes": 2000, "sha256": "04" * 32, "lines": 9}},
        {"signed": True},
    ],
)
def test_a_value_out_of_its_limits_is_refused(changes: dict[str, Any]) -> None:
    assert read_manifest(_changed())
    with pytest.raises(InputRefused, match="bad_manifest"):
        read_manifest(_changed(**changes))


@pytest.mark.parametrize(
    "payload",
    [
        lambda whole: whole[:-1],
        lambda whole: whole + b"\n",
        lambda whole: whole.replace(b'"seq":7,"previous"', b'"seq":7,"seq":7,"previous"'),
        lambda whole: b'{"campaign"' + whole.split(b'"campaign"')[1],
        lambda whole: b"[]",
        lambda whole: b"\xff",
    ],
)
def test_other_bytes_are_refused(payload: Callable[[bytes], bytes]) -> None:
    with pytest.raises(InputRefused, match="bad_manifest"):
        read_manifest(payload(manifest_bytes(a_manifest())))


def test_what_no_reader_takes_is_not_written() -> None:
    with pytest.raises(InputRefused, match="bad_manifest"):
        manifest_bytes(
            Manifest(**{**{name: getattr(a_manifest(), name) for name in Manifest.__struct_fields__}, "seq": 0})
        )


@given(
    st.from_regex(r"[A-Z0-9]{1,8}(-[A-Z0-9]{1,8}){0,2}", fullmatch=True),
    st.integers(1, 10**15 - 1),
    st.integers(1, 10**15 - 1),
)
def test_a_name_says_where_and_which(station: str, epoch: int, seq: int) -> None:
    name = bundle_name(station, epoch, seq)
    parsed = parse_bundle_name(name)
    assert parsed in ((station, epoch, seq), None)
    assert parsed or station in ("CON", "PRN", "AUX", "NUL") or station[:3] in ("COM", "LPT")


def test_a_bundle_is_named_after_its_manifest() -> None:
    assert a_manifest().name == "HP-LC-01-e1-000007.bundle"


@pytest.mark.parametrize(
    "name",
    [
        "HP-LC-01-e1-7.bundle",
        "HP-LC-01-e1-0000007.bundle",
        "HP-LC-01-e1-000000.bundle",
        "HP-LC-01-e01-000007.bundle",
        "HP-LC-01-e0-000007.bundle",
        "HP-LC-01-e1-00000٧.bundle",
        "hp-lc-01-e1-000007.bundle",
        "NUL-e1-000007.bundle",
        "-e1-000007.bundle",
        "../X-e1-000007.bundle",
        "HP-LC-01-e1-000007.bundle.part",
        "HP-LC-01-e1-000007.BUNDLE",
        "HP-LC-01-e1-000007.bundle\n",
    ],
)
def test_another_name_says_nothing(name: str) -> None:
    assert parse_bundle_name(name) is None
