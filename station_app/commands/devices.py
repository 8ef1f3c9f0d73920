"""`stationctl device …`: the point's devices."""

from __future__ import annotations

from dataclasses import asdict

import click

from shell.answers import give
from shell.options import Asked
from station_app.commands.options import SignIn, for_user
from station_app.services.devices import DeviceShown, add_device, change_device, list_devices

_label = click.option("--label", help="What people call it.")
_serial = click.option("--serial", help="The maker's number.")


@click.group("device")
def device() -> None:
    """Add, change and list the point's devices."""


@device.command("add")
@click.argument("device")
@_label
@_serial
@for_user
def add(request: Asked, sign_in: SignIn, device: str, label: str | None, serial: str | None) -> None:
    """Add a device; its quota comes with the next plan.

    Example: stationctl device add TB-3 --label "Thiết bị 3"
    """
    with sign_in.station() as station:
        _give(request, add_device(station, device, label or "", serial or ""))


@device.command("change")
@click.argument("device")
@_label
@_serial
@for_user
def change(request: Asked, sign_in: SignIn, device: str, label: str | None, serial: str | None) -> None:
    """Give a device another label or maker's number.

    Example: stationctl device change TB-3 --serial KX-2041
    """
    with sign_in.station() as station:
        _give(request, change_device(station, device, label, serial))


@device.command("list")
@for_user
def list_(request: Asked, sign_in: SignIn) -> None:
    """The point's devices.

    Example: stationctl device list --json
    """
    with sign_in.station(read_only=True) as station:
        _give(request, list_devices(station))


def _give(request: Asked, devices: list[DeviceShown]) -> None:
    give({"devices": [asdict(row) for row in devices]}, as_json=request.json)
