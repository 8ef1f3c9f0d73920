"""A scanner on a serial port, played by a pseudo-terminal: found, heard, lost and found again."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from station_app.hardware import serial_scanner
from station_app.hardware.line_cutter import LONGEST, LineCutter
from station_app.hardware.serial_scanner import AUTOMATIC, OFF, Port, SerialScanner, State, ports

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)
import tty

NUMBER = "031195004417"
CARD = "031188000862|145678901|Phạm Thị Thu Huyền|04031988|Nữ|Tổ 3, Phường Dư Hàng, Quận Lê Chân|05032021"


def until(holds: Callable[[], bool]) -> None:
    end = monotonic() + 10
    while not holds():
        assert monotonic() < end, "waited in vain"
        sleep(0.005)


class Scanner:
    """One end of a pseudo-terminal; the other is at ``device``, a link that goes when it is unplugged."""

    def __init__(self, device: Path) -> None:
        self.device = device
        self.plug()

    def plug(self) -> None:
        self._ours, theirs = os.openpty()
        tty.setraw(theirs)
        self.device.symlink_to(os.ttyname(theirs))
        self._theirs = theirs

    def send(self, sent: str | bytes) -> None:
        left = sent.encode() if isinstance(sent, str) else sent
        while left:
            left = left[os.write(self._ours, left) :]

    def unplug(self) -> None:
        self.device.unlink()
        os.close(self._theirs)
        os.close(self._ours)


class Program:
    """What listens, and what it was told."""

    def __init__(self, port: str) -> None:
        self.texts: list[str] = []
        self.states: list[State] = []
        self.scanner = SerialScanner(port, self.texts.append, self.states.append, look_every=0.02)

    def became(self, *states: State) -> None:
        until(lambda: len(self.states) >= len(states))
        assert tuple(self.states) == states

    def heard(self, *texts: str) -> None:
        until(lambda: len(self.texts) >= len(texts))
        assert tuple(self.texts) == texts


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[Scanner]:
    scanner = Scanner(tmp_path / "ttyACM0")
    yield scanner
    if scanner.device.is_symlink():
        scanner.unplug()


@pytest.fixture
def program(plugged: Scanner) -> Iterator[Program]:
    listening = Program(str(plugged.device))
    listening.became("listening")
    yield listening
    listening.scanner.end()


def test_a_scan_is_heard_with_every_letter(program: Program, plugged: Scanner) -> None:
    plugged.send(f"{CARD}\r\n{NUMBER}\t")
    program.heard(CARD, NUMBER)


def test_a_scan_without_an_end_is_whole_when_nothing_comes_any_more(program: Program, plugged: Scanner) -> None:
    plugged.send(NUMBER[:5])
    plugged.send(NUMBER[5:])
    program.heard(NUMBER)
    plugged.send(CARD)
    program.heard(NUMBER, CARD)


def test_its_loss_and_return_are_told_and_it_is_heard_again(program: Program, plugged: Scanner) -> None:
    plugged.send(f"{NUMBER}\r")
    program.heard(NUMBER)
    plugged.unplug()
    program.became("listening", "absent")
    plugged.plug()
    program.became("listening", "absent", "listening")
    plugged.send(f"{CARD}\r")
    program.heard(NUMBER, CARD)


def test_half_a_line_before_a_loss_is_no_scan(program: Program, plugged: Scanner) -> None:
    plugged.send(f"{NUMBER}\r{NUMBER[:9]}")
    program.heard(NUMBER)
    plugged.unplug()
    program.became("listening", "absent")
    plugged.plug()
    program.became("listening", "absent", "listening")
    plugged.send(f"{NUMBER[9:]}\r")
    program.heard(NUMBER, NUMBER[9:])


def test_ten_thousand_bytes_of_rubbish_are_one_text_too_long_to_be_read(program: Program, plugged: Scanner) -> None:
    rubbish = bytes(random.Random(4).choices([byte for byte in range(256) if byte not in b"\r\n\t"], k=10_000))
    plugged.send(rubbish)
    plugged.send(f"\r{NUMBER}\r")
    until(lambda: len(program.texts) == 2)
    assert 1000 < len(program.texts[0]) <= LONGEST
    assert program.texts[1] == NUMBER


def test_a_port_is_let_go_at_the_end(plugged: Scanner) -> None:
    for _ in range(2):
        program = Program(str(plugged.device))
        program.became("listening")
        program.scanner.end()


def test_a_port_that_somebody_else_has_is_tried_until_it_is_free(plugged: Scanner) -> None:
    first = Program(str(plugged.device))
    first.became("listening")
    second = Program(str(plugged.device))
    second.became("unopened")
    first.scanner.end()
    second.became("unopened", "listening")
    second.scanner.end()


def test_what_is_no_serial_port_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(NUMBER)
    program = Program(str(tmp_path / "file"))
    program.became("unopened")
    program.scanner.end()
    program = Program(str(tmp_path / "nothing"))
    program.became("absent")
    program.scanner.end()


def test_nothing_is_done_where_it_is_off() -> None:
    program = Program(OFF)
    program.scanner.end()
    assert (program.texts, program.states) == ([], [])


# What the system tells of its ports


def plugged_in(device: str, *, usb: tuple[int, int, str] | None = None, product: str | None = None) -> ListPortInfo:
    info = ListPortInfo(device)
    info.description = product or "n/a"
    info.product = product
    if usb:
        info.vid, info.pid, info.serial_number = usb
    return info


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> list[ListPortInfo]:
    """Ports as the system would list them."""
    listed: list[ListPortInfo] = []
    monkeypatch.setattr(list_ports, "comports", lambda: list(listed))
    return listed


def test_ports_are_listed_usb_first_each_by_what_stays_the_same(bus: list[ListPortInfo]) -> None:
    bus += [
        plugged_in("/dev/ttyS0"),
        plugged_in("/dev/ttyACM1", usb=(0x0C2E, 0x0B6A, "21118B2A35"), product="Barcode Scanner"),
        plugged_in("/dev/ttyACM0", usb=(0x05F9, 0x4204, "")),
    ]
    assert ports() == [
        Port("05f9:4204:", "/dev/ttyACM0", "n/a", True),
        Port("0c2e:0b6a:21118B2A35", "/dev/ttyACM1", "Barcode Scanner", True),
        Port("/dev/ttyS0", "/dev/ttyS0", "n/a", False),
    ]


def test_the_only_usb_port_is_taken_and_of_two_none(bus: list[ListPortInfo], plugged: Scanner, tmp_path: Path) -> None:
    bus.append(plugged_in("/dev/ttyS0"))
    program = Program(AUTOMATIC)
    program.became("none")
    bus += [plugged_in(str(plugged.device), usb=(1, 2, "")), plugged_in(str(tmp_path / "other"), usb=(3, 4, ""))]
    program.became("none", "several")
    del bus[-1]
    program.became("none", "several", "listening")
    bus.clear()
    plugged.unplug()
    program.became("none", "several", "listening", "absent")
    program.scanner.end()


def test_a_chosen_scanner_is_found_under_another_name(bus: list[ListPortInfo], plugged: Scanner) -> None:
    program = Program("0001:0002:77")
    program.became("absent")
    bus += [plugged_in(str(plugged.device), usb=(1, 2, "77")), plugged_in("/dev/ttyS9", usb=(1, 2, "78"))]
    program.became("absent", "listening")
    program.scanner.end()


# How bytes become texts


@given(st.lists(st.text(st.characters(exclude_characters="\r\n\t", codec="utf-8"), min_size=1)), st.data())
def test_texts_come_out_as_they_were_sent_however_the_bytes_are_cut(sent: list[str], data: st.DataObject) -> None:
    stream, cutter, texts = "".join(text + "\r\n" for text in sent).encode(), LineCutter(), []
    while stream:
        size = data.draw(st.integers(1, len(stream)))
        texts += cutter.feed(stream[:size])
        stream = stream[size:]
    assert texts + cutter.silence() == sent


@given(st.lists(st.binary(max_size=3000)))
def test_any_bytes_are_texts_of_bounded_length(received: list[bytes]) -> None:
    cutter = LineCutter()
    for text in [text for some in received for text in cutter.feed(some)] + cutter.silence():
        assert 0 < len(text) <= LONGEST
        assert not set(text) & set("\r\n\t")
    assert cutter.silence() == []


def test_the_longest_text_kept_is_longer_than_the_longest_scan() -> None:
    assert len(LineCutter().feed("🙂".encode() * 2000 + b"\r")[0]) > 1000


def test_a_silence_is_longer_than_the_time_between_two_letters() -> None:
    assert serial_scanner.SILENCE > 10 * 10 / serial_scanner.BAUD
