"""A program's end: an exit code and a sentence for everything foreseen, a trace without values for a bug of ours."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import click
import pytest

from campaign.refusal import InputRefused, NotPermitted, Refusal, StorageRefused, StoreBroken
from shell import exits
from shell.program import Partly, run
from shell.sentences import sentence
from tests.station_app.mounts import small_drive

SECRET = "Nguyễn Thị Bí Mật 031195004417"


def ended(error: BaseException, log: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code, standard output and standard error of a program that ends with an exception."""

    @click.command()
    @click.option("--json", "as_json", is_flag=True)
    def command(as_json: bool) -> None:
        raise error

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["program", *arguments])
        with pytest.raises(SystemExit) as end:
            run(command, lambda: log)
    said = capsys.readouterr()
    assert isinstance(end.value.code, int)
    return end.value.code, said.out, said.err


ENDS = [
    (InputRefused("fork"), 3),
    (Partly(), 4),
    (Partly(3), 3),
    (StoreBroken("store_newer"), 5),
    (NotPermitted("role_may_not", role="operator"), 6),
    (StorageRefused("disk_full"), 7),
    (click.UsageError("no"), 2),
    (click.BadParameter("no"), 2),
    (KeyboardInterrupt(), 130),
]


@pytest.mark.parametrize(("error", "code"), ENDS, ids=[repr(error) for error, _ in ENDS])
def test_each_end_has_its_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], error: BaseException, code: int
) -> None:
    assert ended(error, tmp_path / "log", capsys, "--json")[0] == code
    assert not (tmp_path / "log").exists()


def test_a_refusal_is_a_document_or_two_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refusal = StorageRefused("stick_gone", file="a.bundle")
    _, out, err = ended(refusal, tmp_path, capsys, "--json")
    document = json.loads(out)
    assert (list(document["error"]), err) == (["code", "message", "hint", "file"], "")
    assert (document["error"]["code"], document["error"]["file"]) == ("stick_gone", "a.bundle")
    _, out, err = ended(refusal, tmp_path, capsys)
    assert (out, len(err.splitlines())) == ("", 2)


def bug() -> ValueError:
    """As a bug of ours would be: with a value in its message."""
    try:
        int(SECRET)
    except ValueError as error:
        return error
    raise AssertionError


@pytest.mark.parametrize("arguments", [(), ("--json",)])
def test_a_bug_leaves_its_places_and_no_value(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    log = tmp_path / "home" / "log"
    code, out, err = ended(bug(), log, capsys, *arguments)
    (trace,) = log.iterdir()
    assert code == 1
    assert str(trace) in (json.loads(out)["error"]["file"] if arguments else err)
    written = trace.read_text(encoding="utf-8")
    assert "test_program.py" in written
    assert "ValueError" in written
    for told in (written, out, err):
        assert "Mật" not in told
        assert "031195004417" not in told
        assert "Traceback" not in told


def test_what_caused_a_bug_is_traced_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise RuntimeError(SECRET) from bug()
    except RuntimeError as error:
        ended(error, tmp_path / "log", capsys)
    written = (tmp_path / "log" / "trace.log").read_text(encoding="utf-8")
    assert written.index("ValueError") < written.index("RuntimeError")
    assert "Mật" not in written


def test_a_bug_is_told_even_where_no_trace_can_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    code, out, err = ended(bug(), tmp_path / "file" / "log", capsys, "--json")
    assert (code, json.loads(out)["error"]["code"], json.loads(out)["error"]["file"]) == (1, "bug", None)
    with small_drive(tmp_path / "drive") as drive, drive.full():
        code, out, err = ended(bug(), drive.root / "log", capsys)
    assert (code, out) == (1, "")
    assert "Traceback" not in err


def test_a_trace_does_not_grow_for_ever(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "trace.log").write_bytes(b"x" * 1_000_000)
    ended(bug(), tmp_path, capsys)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["trace.log", "trace.log.1"]


def test_a_trace_that_has_no_room_is_not_told_of(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.mkdir()
    (log / "trace.log").symlink_to("/dev/full")
    code, out, err = ended(bug(), log, capsys, "--json")
    assert (code, json.loads(out)["error"]["file"], err) == (1, None, "")


PROGRAM = """
import click
from pathlib import Path
from shell.answers import give
from shell.program import run

@click.command()
@click.option("--json", "as_json", is_flag=True)
def command(as_json):
    while True:
        give({"shift": "2021-04-08.TB-1.ca-1.1", "checks": [{"id": "disk_space"}]}, as_json=as_json)
run(command, Path)
"""


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_a_reader_who_has_left_is_no_bug(arguments: list[str]) -> None:
    command, pipe = [sys.executable, "-c", PROGRAM, *arguments], subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == exits.READER_GONE


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_answers_that_find_no_room_are_no_bug(arguments: list[str]) -> None:
    command = [sys.executable, "-c", PROGRAM, *arguments]
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert ended.returncode == exits.STORAGE
        assert ended.stderr.splitlines() == list(asdict(sentence("answer_lost", {})).values())
        assert subprocess.run(command, stdout=full, stderr=full, check=False).returncode == exits.STORAGE


def test_without_any_output_the_exit_code_still_tells(tmp_path: Path) -> None:
    refused = [sys.executable, "-c", PROGRAM, "--nonsense"]
    closed = subprocess.run(["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *refused], check=False)
    assert closed.returncode == exits.USAGE


def test_what_is_no_text_is_told_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Arguments and file names may be any bytes; an answer is always UTF-8."""
    refusal = InputRefused("unknown_device", device="TB-\udcff")
    _, out, _ = ended(refusal, tmp_path, capsys, "--json")
    assert json.loads(out)["error"]["device"] == "TB-?"
    assert "TB-?" in ended(refusal, tmp_path, capsys)[2]


def test_every_refusal_is_some_kind_of_no() -> None:
    assert Refusal.__subclasses__() == [InputRefused, NotPermitted, StorageRefused, StoreBroken]
