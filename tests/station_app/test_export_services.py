"""A bundle on its way to sticks: how far it is, stopped halfway, copied, and a stick that gets its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle.stick import Stick
from campaign.refusal import InputRefused, NotPermitted, StorageRefused
from campaign.rows import StickRow
from db.reads.sync import last_exports
from station_app.services.copy_bundle import copy_bundle
from station_app.services.export_bundle import export_bundle
from station_app.services.station import Station
from station_app.services.sticks import register_stick
from tests.station_app.desks import as_user, logged, opened


@pytest.fixture
def supervised(station: Station) -> Station:
    opened(station)
    logged(station, "031195004417")
    return as_user(station, "pd.luong")


def a_stick(tmp_path: Path, name: str = "stick") -> Stick:
    root = tmp_path / name
    root.mkdir()
    return Stick(root)


def bundles_on(stick: Stick) -> list[str]:
    return [file.path.name for file in stick.listing().of("bundle")]


def test_all_steps_are_heard_in_order_and_to_their_end(supervised: Station, tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    exported = export_bundle(
        supervised,
        a_stick(tmp_path),
        a_stick(tmp_path, "second"),
        progress=lambda step, done, total: heard.append((step, done, total)),
    )
    assert list(dict.fromkeys(step for step, _, _ in heard)) == ["write", "flush", "read_back", "verify", "second_copy"]
    last = {step: (done, total) for step, done, total in heard}
    assert last["write"] == (exported.count, exported.count)
    assert last["read_back"] == (exported.bytes, exported.bytes)
    assert last["second_copy"] == (2 * exported.bytes, 2 * exported.bytes)


@pytest.mark.parametrize(("step", "told"), [("write", False), ("flush", False), ("read_back", True)])
def test_a_stopped_export_leaves_nothing_on_the_stick(
    supervised: Station, tmp_path: Path, step: str, told: bool
) -> None:
    heard: list[str] = []
    stick = a_stick(tmp_path)
    with pytest.raises(InputRefused, match="cancelled"):
        export_bundle(
            supervised, stick, progress=lambda name, *_: heard.append(name), cancelled=lambda: heard[-1:] == [step]
        )
    assert [path for path in stick.root.rglob("*") if path.is_file()] == []
    with supervised.store.read() as snapshot:
        assert bool(last_exports(snapshot, "HP-LC-07", 1, 9)) == told
    assert export_bundle(supervised, stick).seq == (2 if told else 1)


def test_a_bundle_is_copied_as_it_is_and_proved(supervised: Station, tmp_path: Path) -> None:
    first, second = a_stick(tmp_path), a_stick(tmp_path, "second")
    exported = export_bundle(supervised, first)
    copied = copy_bundle(supervised, exported.seq, first, second)
    assert Path(copied.file).read_bytes() == Path(exported.file).read_bytes()
    assert copied.place == "folder"
    with pytest.raises(NotPermitted):
        copy_bundle(as_user(supervised, "tk.van"), exported.seq, first, second)
    with pytest.raises(InputRefused, match="not_found"):
        copy_bundle(supervised, exported.seq + 1, first, second)


def test_a_copy_of_a_damaged_bundle_is_refused_and_removed(supervised: Station, tmp_path: Path) -> None:
    first, second = a_stick(tmp_path), a_stick(tmp_path, "second")
    exported = export_bundle(supervised, first)
    file = Path(exported.file)
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(StorageRefused, match="read_back_differs"):
        copy_bundle(supervised, exported.seq, first, second)
    file.write_bytes(b"nothing of ours")
    with pytest.raises(StorageRefused, match="read_back_differs"):
        copy_bundle(supervised, exported.seq, first, second)
    assert bundles_on(second) == []


@pytest.mark.parametrize("share", [0, 1])
def test_a_stopped_copy_leaves_the_first_alone(supervised: Station, tmp_path: Path, share: int) -> None:
    first, second = a_stick(tmp_path), a_stick(tmp_path, "second")
    exported = export_bundle(supervised, first)
    heard = [0]
    with pytest.raises(InputRefused, match="cancelled"):
        copy_bundle(
            supervised,
            exported.seq,
            first,
            second,
            progress=lambda done, total: heard.append(done),
            cancelled=lambda: heard[-1] >= share * exported.bytes,
        )
    assert (bundles_on(first), bundles_on(second)) == (["HP-LC-07-e1-000001.bundle"], [])


def test_a_registered_stick_has_its_name_on_itself_and_in_the_journal(supervised: Station, tmp_path: Path) -> None:
    stick = a_stick(tmp_path)
    identity = register_stick(supervised, stick, "USB số 03")
    assert stick.identity() == identity
    with supervised.store.read() as snapshot:
        row = snapshot.get(StickRow, "HP-LC-07", identity.id)
    assert row is not None
    assert row.label == "USB số 03"
    assert export_bundle(supervised, stick).place == identity.id
    assert register_stick(supervised, stick, "USB số 04").id == identity.id
    with pytest.raises(NotPermitted):
        register_stick(as_user(supervised, "tk.van"), stick, "USB")
    with pytest.raises(InputRefused, match="not_canonical"):
        register_stick(supervised, stick, "hai\ndòng")
