"""`stationctl shift …`: a device's shift from its opening to its seal."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from shell.answers import give
from shell.options import Asked
from station_app.bootstrap import catalogue, surroundings
from station_app.commands.options import SignIn, for_user
from station_app.services.close_shift import close_shift
from station_app.services.open_shift import Opening, open_shift
from station_app.services.readiness import Answer
from station_app.services.run_shift import hand_over_shift, pause_shift, reopen_shift, report_zero, resume_shift
from station_app.services.status import list_shifts

device_option = click.option("--device", required=True, metavar="D")


@click.group("shift")
def shift() -> None:
    """Open, pause, close and list shifts."""


@shift.command("open")
@device_option
@click.option("--window", required=True, metavar="W")
@click.option("--commander", required=True, metavar="NAME", help="The officer on duty, as typed.")
@click.option("--crew", multiple=True, metavar="USER", help="Who works; the user alone by default.")
@click.option("--check", "checks", multiple=True, metavar="ID=ok|failed:NOTE", help="The answer to one check.")
@click.option("--all-checks-ok", is_flag=True, help="Answers every manual check; the others are measured.")
@click.option("--override-reason", metavar="TEXT", help="A supervisor's, where a blocking check failed.")
@click.option("--second-user", metavar="NAME", help="The supervisor, if it is not the user.")
@click.option("--second-password-file", type=click.Path(path_type=Path))
@for_user
def open_(
    request: Asked,
    sign_in: SignIn,
    device: str,
    window: str,
    commander: str,
    crew: tuple[str, ...],
    checks: tuple[str, ...],
    all_checks_ok: bool,
    override_reason: str | None,
    second_user: str | None,
    second_password_file: Path | None,
) -> None:
    """Open a device's shift.

    Example: stationctl shift open --device TB-1 --window ca-1 --commander "Phạm Đức Lương" --all-checks-ok
    """
    manual = [check.id for check in catalogue().readiness_checks.values() if not check.auto]
    answers = {name: Answer(True) for name in manual} if all_checks_ok else {}
    answers |= dict(_answer(text) for text in checks)
    with sign_in.station() as station:
        opening = Opening(
            device=device,
            window=window,
            commander=commander,
            answers=answers,
            crew=crew,
            supervisor=sign_in.second(station, second_user, second_password_file),
            override_reason=override_reason,
        )
        give(asdict(open_shift(station, opening, surroundings(station))), as_json=request.json)


def _answer(text: str) -> tuple[str, Answer]:
    name, _, state = text.partition("=")
    word, _, note = state.partition(":")
    if word == "ok" and not note:
        return name, Answer(True)
    if word == "failed":
        return name, Answer(False, note)
    raise click.UsageError(f"--check {text}: write ID=ok or ID=failed:NOTE")


@shift.command("pause")
@device_option
@click.option("--cause", required=True, metavar="ID")
@for_user
def pause(request: Asked, sign_in: SignIn, device: str, cause: str) -> None:
    """Stop a device for a coded cause.

    Example: stationctl shift pause --device TB-1 --cause power_cut
    """
    with sign_in.station() as station:
        give(asdict(pause_shift(station, device, cause)), as_json=request.json)


@shift.command("resume")
@device_option
@for_user
def resume(request: Asked, sign_in: SignIn, device: str) -> None:
    """Let a paused device run again.

    Example: stationctl shift resume --device TB-1
    """
    with sign_in.station() as station:
        give(asdict(resume_shift(station, device)), as_json=request.json)


@shift.command("hand-over")
@device_option
@click.option("--to", required=True, metavar="NAME")
@for_user
def hand_over(request: Asked, sign_in: SignIn, device: str, to: str) -> None:
    """Give the running shift to another operator.

    Example: stationctl shift hand-over --device TB-1 --to lt.hanh
    """
    with sign_in.station() as station:
        give(asdict(hand_over_shift(station, device, to)), as_json=request.json)


@shift.command("close")
@device_option
@click.option("--device-counter", required=True, type=click.IntRange(0, 10**9), metavar="N")
@click.option("--difference-reason", metavar="TEXT")
@for_user
def close(request: Asked, sign_in: SignIn, device: str, device_counter: int, difference_reason: str | None) -> None:
    """Close and seal a device's shift against the device's own counter.

    Example: stationctl shift close --device TB-1 --device-counter 117
    """
    with sign_in.station() as station:
        give(asdict(close_shift(station, device, device_counter, difference_reason)), as_json=request.json)


@shift.command("reopen")
@click.argument("shift_id", metavar="SHIFT")
@click.option("--reason", required=True)
@for_user
def reopen(request: Asked, sign_in: SignIn, shift_id: str, reason: str) -> None:
    """Open a sealed shift of today again.

    Example: stationctl shift reopen 2021-04-08.TB-1.ca-1.1 --reason "Đóng nhầm"
    """
    with sign_in.station() as station:
        give(asdict(reopen_shift(station, shift_id, reason)), as_json=request.json)


@shift.command("zero")
@device_option
@click.option("--window", required=True, metavar="W")
@click.option("--reason", required=True)
@for_user
def zero(request: Asked, sign_in: SignIn, device: str, window: str, reason: str) -> None:
    """Report that a scheduled device did not run.

    Example: stationctl shift zero --device TB-2 --window ca-1 --reason "Máy hỏng"
    """
    with sign_in.station() as station:
        give(asdict(report_zero(station, device, window, reason)), as_json=request.json)


@shift.command("list")
@for_user
def list_(request: Asked, sign_in: SignIn) -> None:
    """All shifts of the station, newest first.

    Example: stationctl shift list --json
    """
    with sign_in.station(read_only=True) as station:
        give({"shifts": [asdict(row) for row in list_shifts(station)]}, as_json=request.json)
