"""What is found on sticks, and what is passed over and why."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from bundle import layout
from bundle.stick import Listing, Stick, find_bundles, what_is
from campaign.refusal import InputRefused, StorageRefused

S, OTHER = "HP-LC-01", "HP-NQ-02"


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    root = tmp_path / "stick"
    root.mkdir()
    return Stick(root)


def put(stick: Stick, relative: str, data: bytes = b"x\n") -> Path:
    path = stick.root / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def found(listing: Listing) -> list[str]:
    return [file.path.name for file in listing.found]


def ignored(listing: Listing) -> dict[str, str]:
    return {file.path.name: file.reason for file in listing.ignored}


# What is found


def test_an_empty_stick_holds_nothing(stick: Stick) -> None:
    assert stick.listing() == Listing()
    (stick.root / "enrol").mkdir()
    assert stick.listing() == Listing()


def test_files_are_found_by_kind_station_and_number(stick: Stick) -> None:
    for path in (
        layout.bundle_path(S, 1, 2),
        layout.bundle_path(S, 1, 1_000_000),
        layout.bundle_path(OTHER, 1, 1),
        layout.request_path(S, 1),
        layout.trust_path(2),
        layout.trust_path(1),
        layout.plan_path(1),
        layout.enrolment_path(S, 1),
        layout.enrolment_path(OTHER, 1),
        layout.receipt_path(S, 1, 1, 10),
        layout.receipt_path(S, 1, 1, 9),
        layout.receipt_path(OTHER, 1, 1, 1),
    ):
        put(stick, path)
    listing = stick.listing()
    assert listing.ignored == ()
    assert [file.numbers for file in listing.of("bundle")] == [(1, 2), (1, 1_000_000), (1, 1)]
    assert [file.station for file in listing.of("bundle")] == [S, S, OTHER]
    assert [file.path.name for file in listing.of("trust")] == ["000001.trust", "000002.trust"]
    assert [file.numbers for file in listing.of("receipt", S)] == [(1, 1, 9), (1, 1, 10)]
    assert [file.station for file in listing.of("enrolment", OTHER)] == [OTHER]
    assert [file.station for file in listing.of("plan")] == [None]
    assert len(listing.of("request")) == 1


def test_only_what_lies_under_enrol_is_looked_at(stick: Stick) -> None:
    put(stick, "HP-LC-01-e1-000001.bundle")
    put(stick, "photos/000001.trust")
    (stick.root / "loop").symlink_to(stick.root)
    assert stick.listing() == Listing()


def test_what_is_no_file_is_passed_over_and_said_so(stick: Stick) -> None:
    inside = put(stick, layout.bundle_path(S, 1, 1)).parent
    bundles = inside.parent
    (bundles / OTHER).symlink_to(inside)
    (inside / f"{S}-e1-000002.bundle").symlink_to(inside / f"{S}-e1-000001.bundle")
    (inside / f"{S}-e1-000003.bundle").mkdir()
    os.mkfifo(inside / f"{S}-e1-000004.bundle")
    with socket.socket(socket.AF_UNIX) as unix:
        at = os.getcwd()
        os.chdir(inside)  # a socket's path is short
        unix.bind(f"{S}-e1-000005.bundle")
        os.chdir(at)
        listing = stick.listing()
    assert found(listing) == [f"{S}-e1-000001.bundle"]
    assert ignored(listing) == {
        OTHER: "link",
        f"{S}-e1-000002.bundle": "link",
        f"{S}-e1-000003.bundle": "folder",
        f"{S}-e1-000004.bundle": "pipe",
        f"{S}-e1-000005.bundle": "socket",
    }


def test_a_device_is_told() -> None:
    assert what_is(Path("/dev/null")) == "device"


def test_other_names_are_passed_over_and_said_so(stick: Stick) -> None:
    put(stick, layout.bundle_path(S, 1, 1) + ".part")
    put(stick, f"enrol/bundles/{S}/{OTHER}-e1-000001.bundle")
    put(stick, f"enrol/bundles/{S}-e1-000009.bundle")
    put(stick, "enrol/bundles/lost+found/x")
    put(stick, "enrol/trust/1.trust")
    put(stick, "enrol/trust/000001.plan")
    put(stick, "enrol/photos/me.jpg")
    put(stick, "enrol/readme.txt")
    put(stick, "enrol/stick.json")
    (stick.root / "enrol/plans").symlink_to(stick.root)
    (stick.root / "enrol/receipts").write_bytes(b"")
    listing = stick.listing()
    assert listing.found == ()
    assert ignored(listing) == {
        f"{S}-e1-000001.bundle.part": "name",
        f"{OTHER}-e1-000001.bundle": "other_station",
        f"{S}-e1-000009.bundle": "name",
        "lost+found": "folder",
        "1.trust": "name",
        "000001.plan": "name",
        "photos": "folder",
        "readme.txt": "name",
        "plans": "link",
        "receipts": "name",
    }


def test_an_enrol_that_leads_elsewhere_is_not_followed(stick: Stick, tmp_path: Path) -> None:
    other = Stick(tmp_path / "other")
    put(other, layout.trust_path(1))
    (stick.root / "enrol").symlink_to(other.root / "enrol")
    assert ignored(stick.listing()) == {"enrol": "link"}


def test_on_fat_a_folder_may_be_listed_in_another_case(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    put(stick, f"enrol/BUNDLES/hp-lc-01/{S}-e1-000001.bundle")
    put(stick, "enrol/Trust/000001.trust")
    assert ignored(stick.listing()) == {"BUNDLES": "folder", "Trust": "folder"}

    stat = Path.stat

    def regardless_of_case(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        wanted = path.name.lower()
        spelled = next((name for name in os.listdir(path.parent) if name.lower() == wanted), path.name)
        return stat(path.with_name(spelled), follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", regardless_of_case)
    assert found(stick.listing()) == [f"{S}-e1-000001.bundle", "000001.trust"]


def test_a_strange_name_can_be_shown(stick: Stick) -> None:
    put(stick, os.fsdecode(b"enrol/trust/\xff\n.trust"))
    put(stick, layout.trust_path(1))
    listing = stick.listing()
    assert listing.ignored[0].label.endswith("enrol/trust/\ufffd\ufffd.trust")
    assert listing.found[0].label == str(stick.root / layout.trust_path(1))


def test_a_stick_that_is_gone_holds_not_nothing(stick: Stick) -> None:
    stick.root.rmdir()
    with pytest.raises(StorageRefused, match="stick_gone"):
        stick.listing()


# What a path means to an import


def test_a_path_may_be_a_bundle_by_any_name(stick: Stick) -> None:
    path = put(stick, "tuần 3.bin")
    assert [file.path for file in find_bundles(path).found] == [path]


def test_a_path_may_be_a_stick(stick: Stick) -> None:
    put(stick, layout.bundle_path(S, 1, 1))
    put(stick, layout.trust_path(1))
    put(stick, "enrol/trust/x")
    listing = find_bundles(stick.root)
    assert found(listing) == [f"{S}-e1-000001.bundle"]
    assert ignored(listing) == {"x": "name"}


def test_a_path_may_be_a_folder_of_sticks(tmp_path: Path) -> None:
    put(Stick(tmp_path / "b"), layout.bundle_path(S, 1, 1))
    put(Stick(tmp_path / "a"), layout.bundle_path(OTHER, 1, 1))
    put(Stick(tmp_path / "a"), "enrol/x")
    (tmp_path / "c").mkdir()
    (tmp_path / "d").symlink_to(tmp_path / "a")
    (tmp_path / "e").write_bytes(b"")
    listing = find_bundles(tmp_path)
    assert found(listing) == [f"{OTHER}-e1-000001.bundle", f"{S}-e1-000001.bundle"]
    assert ignored(listing) == {"x": "name", "c": "no_stick", "d": "link", "e": "no_stick"}


def test_one_stick_that_fails_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(Stick(tmp_path / "a"), layout.bundle_path(S, 1, 1))
    put(Stick(tmp_path / "b"), layout.bundle_path(S, 1, 2))
    healthy = Path.iterdir

    def iterdir(path: Path) -> object:
        if path == tmp_path / "a/enrol":
            raise OSError(5, "Input/output error", str(path))
        return healthy(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    listing = find_bundles(tmp_path)
    assert found(listing) == [f"{S}-e1-000002.bundle"]
    assert ignored(listing) == {"a": "stick_gone"}


def test_a_path_that_is_no_file_or_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    assert ignored(find_bundles(tmp_path / "pipe")) == {"pipe": "pipe"}
    assert ignored(find_bundles(tmp_path / "link")) == {"link": "link"}
    assert ignored(find_bundles(tmp_path / "nowhere")) == {"nowhere": "link"}
    assert ignored(find_bundles(Path("/dev/null"))) == {"null": "device"}


def test_a_named_folder_may_be_a_link(stick: Stick, tmp_path: Path) -> None:
    put(stick, layout.bundle_path(S, 1, 1))
    (tmp_path / "usb").symlink_to(stick.root)
    assert [file.path for file in find_bundles(tmp_path / "usb").found] == [
        tmp_path / "usb" / layout.bundle_path(S, 1, 1)
    ]


def test_a_path_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for path in (tmp_path / "gone", tmp_path / "file/x.bundle"):
        with pytest.raises(InputRefused, match="not_found") as refused:
            find_bundles(path)
        assert refused.value.fields == {"file": path.name}
