"""`stationctl device …`: the point's devices, by their administrator."""

from __future__ import annotations

import pytest

from tests.station_app.cli import ADMINISTRATOR, OPERATOR, Stationctl, entries


@pytest.fixture
def admin(ctl: Stationctl) -> Stationctl:
    return ctl.by(ADMINISTRATOR)


def devices(ctl: Stationctl) -> list[tuple[str, str, str]]:
    rows = ctl("device", "list").document["devices"]
    return [(row["device"], row["label"], row["serial"]) for row in rows]


def test_a_device_is_added_and_renamed(admin: Stationctl) -> None:
    admin("device", "add", "TB-3", "--serial", "KX-1")
    assert devices(admin)[-1] == ("TB-3", "TB-3", "KX-1")
    admin("device", "change", "TB-3", "--label", "Máy lưu động")
    assert devices(admin)[-1] == ("TB-3", "Máy lưu động", "KX-1")
    admin("device", "change", "TB-3", "--serial", "KX-2")
    assert devices(admin)[-1] == ("TB-3", "Máy lưu động", "KX-2")
    kinds = [entry.header.kind for entry in entries(admin.home)]
    assert kinds[-3:] == ["device_added", "device_changed", "device_changed"]
    assert admin("verify").document["ok"]


def test_what_is_so_already_is_not_told_again(admin: Stationctl) -> None:
    before = len(entries(admin.home))
    assert admin("device", "change", "TB-1", "--label", "TB-1").code == 0
    assert len(entries(admin.home)) == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("add", "TB-1"), "device_exists"),
        (("add", "TB 9"), "bad_device"),
        (("change", "TB-9", "--label", "x"), "unknown_device"),
        (("add", "TB-4", "--label", "a\nb"), "bad_body"),
    ],
)
def test_a_refusal_says_why(admin: Stationctl, arguments: tuple[str, ...], code: str) -> None:
    answer = admin("device", *arguments, "--json")
    assert (answer.code, answer.error) == (3, code)


def test_an_operator_changes_no_devices(ctl: Stationctl) -> None:
    assert ctl.by(OPERATOR)("device", "add", "TB-3").code == 6
    assert ctl.by(OPERATOR)("device", "list").code == 0
