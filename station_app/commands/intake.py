"""`stationctl scan`, `log` and `void`: the intake desk without a window."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click
import msgspec

from campaign.calendar import business_day, format_time, parse_time
from campaign.entered import MAX_FIELD_CHARACTERS, holder_from_fields
from campaign.events import Fee
from campaign.fee_receipt import receipt_number
from campaign.refusal import InputRefused, NotPermitted, Refusal
from campaign.scan import read_scan
from campaign.scan_text import refuse_forbidden, trim
from campaign.shapes import Count
from db.durable import files_told_as_refusals
from shell import exits
from shell.answers import error_of, give, give_line
from shell.options import Asked, asked, told_moment
from shell.program import Partly
from station_app.bootstrap import catalogue
from station_app.commands.options import SignIn, for_user
from station_app.services.form_id import checked_form_id, new_form_id
from station_app.services.log_application import SOURCES, Application, log_application
from station_app.services.station import Station
from station_app.services.void_application import void_application

Line = TypeVar("Line")

LONGEST_LINE = 2**23
"""Bytes: far more than any line has that is taken, so that what is wrong with it has its own name."""


class ScanLine(msgspec.Struct, forbid_unknown_fields=True):
    scan: str


class Override(msgspec.Struct, forbid_unknown_fields=True):
    reason: str


class FeeLine(msgspec.Struct, forbid_unknown_fields=True):
    """Whole VND; ``due`` is what the rules ask where it is left out."""

    due: Count | None = None
    taken: Count = 0
    receipt: str = ""


class LogLine(msgspec.Struct, forbid_unknown_fields=True):
    """A key may be null where it may be left out: so does `scan` answer what a card doesn't tell."""

    scan: str | None = None
    number: str | None = None
    old_number: str | None = None
    name: str | None = None
    birth_date: str | None = None
    sex: str | None = None
    commune: str | None = None
    phone: str | None = None
    case_type: str | None = None
    outcome: str | None = None
    reason: str | None = None
    form_id: str | None = None
    override: Override | None = None
    fee: FeeLine | None = None
    happened_at: str | None = None
    at: str | None = None


class Input(click.File):
    """A file to read, or standard input where there is one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "-" and sys.stdin is None:
            self.fail("standard input is closed", param, ctx)
        return super().convert(value, param, ctx)


file_option = click.option(
    "--file", "file", type=Input("rb"), default="-", help="JSON lines; standard input by default."
)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Each line with its number; of one that is too long only as much as tells that it is."""
    number = 0
    while line := _piece(file):
        number += 1
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = _piece(file)
        yield number, line


def _piece(file: BinaryIO) -> bytes:
    with files_told_as_refusals():
        return file.readline(LONGEST_LINE + 1)


def _read(line: bytes, shape: type[Line]) -> Line:
    if len(line) > LONGEST_LINE:
        raise InputRefused("too_long")
    try:
        # The stdlib's reader, for it alone hands on a lone surrogate, which a scanner may send and the rules name.
        return msgspec.convert(json.loads(line.decode("utf-8-sig")), shape)
    except (ValueError, RecursionError, msgspec.ValidationError):
        raise InputRefused("bad_line") from None


@click.command("scan")
@file_option
@asked
def scan(request: Asked, file: BinaryIO) -> None:
    """Read scans and say what they hold; stores nothing, needs no sign-in.

    Example: echo '{"scan":"031 195 004 417"}' | stationctl scan --json
    """
    rules = catalogue().scan_rules
    today = business_day(request.clock(drill=True)())
    refused = False
    for number, line in _lines(file):
        try:
            read = _read(line, ScanLine)
            answer = {"line": number, "ok": True, **read_scan(read.scan, today=today, rules=rules).to_dict()}
        except Refusal as refusal:
            refused = True
            answer = {"line": number, "ok": False, "error": error_of(refusal)}
        give_line(answer)
    if refused:
        raise Partly


@click.command("log")
@click.option("--device", required=True, metavar="D")
@file_option
@for_user
def log(request: Asked, sign_in: SignIn, device: str, file: BinaryIO) -> None:
    """Log applications, one a line; each is durable before its answer.

    Where the storage fails, the line says so and the next one is tried: there may be room again.

    Example: echo '{"scan":"031195004417"}' | stationctl log --device TB-1 --json
    """
    end = exits.DONE
    with sign_in.station() as station:
        station.person.require("log")
        for number, line in _lines(file):
            try:
                read = _read(line, LogLine)
                logged = log_application(station, _application(station, device, read))
                answer: dict[str, object] = {"line": number, "ok": True, "n": logged.n, "warnings": logged.warnings}
                if logged.repeated:
                    answer["repeated"] = True
            except Refusal as refusal:
                end = _worse(end, refusal)
                answer = {"line": number, "ok": False, "error": error_of(refusal)}
            give_line(answer)
            if end == exits.STORE_BROKEN:
                break
    if end != exits.DONE:
        raise Partly(end)


def _worse(end: int, refusal: Refusal) -> int:
    code = exits.PARTLY if isinstance(refusal, InputRefused | NotPermitted) else exits.exit_code(refusal)
    return code if code == exits.STORE_BROKEN else max(end, code)


def _application(station: Station, device: str, line: LogLine) -> Application:
    at = _own_time(station, line.at)
    today = business_day(parse_time(at) if at else station.clock())
    rules = station.catalogue.scan_rules
    scanned = read_scan(line.scan, today=today, rules=rules) if line.scan is not None else None
    entered = holder_from_fields(
        line.number,
        line.old_number,
        line.name,
        line.birth_date,
        line.sex,
        line.commune,
        line.phone,
        today=today,
        rules=rules,
        scan=scanned,
    )
    default_case = station.catalogue.default_case_type(entered.holder).id
    case_type = default_case if line.case_type is None else line.case_type
    return Application(
        device=device,
        form_id=new_form_id() if line.form_id is None else checked_form_id(line.form_id),
        entered=entered,
        source=SOURCES[scanned.format] if scanned else "typed",
        case_type=case_type,
        outcome="accepted" if line.outcome is None else line.outcome,
        reason=line.reason,
        override_reason=_override_reason(line.override),
        at=at,
        fee=_fee(station, line.fee, case_type, today) if line.fee else None,
        happened_at=_moment(line.happened_at, "happened_at"),
    )


def _fee(station: Station, line: FeeLine, case_type: str, today: date) -> Fee:
    case, fees = station.catalogue.case_type(case_type), station.catalogue.fees
    due = fees.due(case.fee_rule, case.group, today) if line.due is None else line.due
    return Fee(due=due, taken=line.taken, receipt=receipt_number(line.receipt))


def _own_time(station: Station, at: str | None) -> str | None:
    if at is not None and not station.identity.drill:
        raise InputRefused("at_not_allowed")
    return _moment(at, "at")


def _moment(text: str | None, key: str) -> str | None:
    try:
        return None if text is None else format_time(told_moment(text))
    except ValueError:
        raise InputRefused("bad_line", field=key) from None


def _override_reason(override: Override | None) -> str | None:
    if override is None:
        return None
    if len(override.reason) > MAX_FIELD_CHARACTERS:
        raise InputRefused("too_long")
    reason = trim(override.reason)
    refuse_forbidden(reason)
    return reason


@click.command("void")
@click.argument("entry", metavar="N", type=click.IntRange(1))
@click.option("--reason", required=True, metavar="ID")
@click.option("--second-user", metavar="NAME")
@click.option("--second-password-file", type=click.Path(path_type=Path))
@for_user
def void(
    request: Asked,
    sign_in: SignIn,
    entry: int,
    reason: str,
    second_user: str | None,
    second_password_file: Path | None,
) -> None:
    """Take an application back.

    Example: stationctl void 17 --reason typing_error --second-user pd.luong --second-password-file FILE
    """
    with sign_in.station() as station:
        second = sign_in.second(station, second_user, second_password_file)
        give(asdict(void_application(station, entry, reason, second)), as_json=request.json)
