"""How a command finds the store, its password and the key files."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from command_app.bootstrap import DEFAULT_STORE, is_drill, open_city
from command_app.key_files import KeyFiles
from command_app.services.city import City
from command_app.services.rotate_trust import settle_keys
from shell.options import Asked, Command, asked, password

PASSWORD_VARIABLE = "COMMAND_PASSWORD"


def store_url() -> str:
    """`--store`, or the default."""
    return str(click.get_current_context().find_root().params.get("store") or DEFAULT_STORE)


class Opening:
    """Opens the command's store, and the key files where the command signs."""

    def __init__(self, request: Asked, password_file: Path | None) -> None:
        self.request = request
        self._file = password_file
        self.keys: KeyFiles | None = None

    @functools.cached_property
    def password(self) -> str:
        return password(self._file, PASSWORD_VARIABLE, "Password of the command's store")

    @contextmanager
    def city(self, *, read_only: bool = False) -> Iterator[City]:
        with open_city(store_url(), self.password, self.request.clock, read_only=read_only) as city:
            if self.keys is not None:
                settle_keys(city, self.keys)
            yield city


def for_city(command: Command) -> Command:
    """Gives a command `--password-file` and the common options; it gets `Asked` and `Opening` first."""

    @asked
    @click.option("--password-file", type=click.Path(path_type=Path), help=f"Else {PASSWORD_VARIABLE}, else a prompt.")
    @functools.wraps(command)
    def with_store(request: Asked, *args: Any, password_file: Path | None, **kwargs: Any) -> None:
        command(request, Opening(request, password_file), *args, **kwargs)

    return with_store


def with_keys(command: Command) -> Command:
    """Gives a command `--keys` and `--key-password`; below `for_city`, it gets `KeyFiles` as its third argument."""

    @click.option("--keys", required=True, type=click.Path(path_type=Path, file_okay=False), help="The key files.")
    @click.option("--key-password", "key_passwords", multiple=True, metavar="NAME=FILE", help="A key's own password.")
    @functools.wraps(command)
    def with_files(
        request: Asked, opening: Opening, *args: Any, keys: Path, key_passwords: tuple[str, ...], **kwargs: Any
    ) -> None:
        files = KeyFiles(keys, is_drill(store_url()), opening.password, passwords_of(key_passwords))
        opening.keys = files
        command(request, opening, files, *args, **kwargs)

    return with_files


def passwords_of(texts: tuple[str, ...]) -> dict[str, str]:
    """`NAME=FILE` texts as passwords by key name. Raises click.UsageError."""
    passwords = {}
    for text in texts:
        name, sign, file = text.partition("=")
        if not sign:
            raise click.UsageError(f"--key-password {text}: write NAME=FILE")
        passwords[name] = password(Path(file), "", "")
    return passwords


def pairs(texts: tuple[str, ...], option: str) -> dict[str, str]:
    """`NAME=VALUE` texts. Raises click.UsageError."""
    for text in texts:
        if "=" not in text:
            raise click.UsageError(f"{option} {text}: write NAME=VALUE")
    return dict(text.split("=", 1) for text in texts)
