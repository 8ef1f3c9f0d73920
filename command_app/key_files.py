"""The city's key files: roots, officers, and the age identities of the city and of recovery (docs/operations.md)."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bundle.keys import (
    from_agekey,
    from_pem,
    key_id,
    new_age_identity,
    new_private_key,
    public_key,
    recipient_of,
    to_agekey,
    to_pem,
)
from campaign.refusal import InputRefused, NotPermitted
from db.durable import files_told_as_refusals, flush_folder, write_durably

PEM, AGEKEY = ".pem", ".agekey"
CITY, RECOVERY = "city", "recovery"
FIRST_OFFICERS = ("a", "b")
UNFINISHED = "unfinished-init"
"""Stands beside the key files until the store for which they are made is there."""
STAGED = ".next"
RETIRED = "retired"
"""The folder beside the key files for those that signed before."""
_OFFICER = re.compile(r"officer-(.+)\.pem")


@dataclass(frozen=True, slots=True)
class NewKeys:
    """Private keys of the roots and of the officers by name, 32 raw bytes; age recipients of city and recovery."""

    roots: list[bytes]
    officers: dict[str, bytes]
    city: str
    recovery: str


@dataclass(frozen=True, slots=True)
class KeyFiles:
    """``passwords`` by key name (`a`, `root-1`, `city`), else ``password``; a drill's files are unencrypted."""

    folder: Path
    drill: bool
    password: str | None
    passwords: Mapping[str, str]

    def officers(self) -> list[str]:
        """The names of the officers whose key files are here."""
        return sorted(
            match[1] for path in self.folder.glob("officer-*.pem") if (match := _OFFICER.fullmatch(path.name))
        )

    def officer(self, name: str | None) -> bytes:
        """The private key of an officer; unnamed, the only one there is, or `a` in a drill.

        Raises InputRefused("key_missing", "sign_as_needed", "bad_key_file"), NotPermitted("wrong_key_password",
        "password_needed").
        """
        if name is None:
            found = self.officers()
            if len(found) > 1 and not self.drill:
                raise InputRefused("sign_as_needed", officers=found)
            name = found[0] if len(found) == 1 else FIRST_OFFICERS[0]
        return self._pem(f"officer-{name}.pem", name)

    def root(self, number: int) -> bytes:
        """The private key of root `number`, from 1."""
        return self._pem(f"root-{number}.pem", f"root-{number}")

    def identity(self) -> str:
        """The age identity with which bundles are read."""
        return self._identity(CITY)

    def make(self, roots: int) -> NewKeys:
        """New keys, written. What an interrupted making had written is taken up again: no key is ever written over.

        Raises InputRefused("keys_exist") where there are keys of another making, StorageRefused.
        """
        wanted = key_file_names(roots)
        begun = self.folder / UNFINISHED
        with files_told_as_refusals():
            self.folder.mkdir(parents=True, exist_ok=True)
            held = {path.name for path in self.folder.iterdir() if path.suffix in (PEM, AGEKEY)}
            if held and not (begun.exists() and held <= set(wanted)):
                raise InputRefused("keys_exist", folder=self.folder.name)
        write_durably(begun, b"")
        return NewKeys(
            roots=[self._made_pem(f"root-{number}{PEM}", f"root-{number}") for number in range(1, roots + 1)],
            officers={name: self._made_pem(f"officer-{name}{PEM}", name) for name in FIRST_OFFICERS},
            city=recipient_of(self._made_identity(CITY)),
            recovery=recipient_of(self._made_identity(RECOVERY)),
        )

    def finish(self) -> None:
        """From here on the keys are a store's: a further making is refused. Raises StorageRefused."""
        with files_told_as_refusals():
            (self.folder / UNFINISHED).unlink(missing_ok=True)
            flush_folder(self.folder)

    def stage(self, file: str, name: str) -> bytes:
        """A new private key, written beside the one in force until `settle`. Raises StorageRefused."""
        private = new_private_key()
        staged = self.folder / f"{file}.{key_id(public_key(private))}{STAGED}"
        write_durably(staged, to_pem(private, self._secret(name)))
        return private

    def settle(self, in_force: Container[str]) -> None:
        """Staged keys whose ids are ``in_force`` take their places, the former ones go to ``retired``; others go.

        To be called before and after each change of trust, so that an interrupted one is ended or taken back. Raises
        StorageRefused.
        """
        with files_told_as_refusals():
            for staged in (waiting := sorted(self.folder.glob(f"*{STAGED}"))):
                file, _, known = staged.name.removesuffix(STAGED).rpartition(".")
                if known not in in_force:
                    staged.unlink()
                    continue
                former = self.folder / file
                if former.exists():
                    retired = self.folder / RETIRED
                    retired.mkdir(exist_ok=True)
                    number = len(list(retired.glob(f"*-{file}"))) + 1
                    os.link(former, retired / f"{number}-{file}")
                staged.replace(former)
            if waiting:
                flush_folder(self.folder)

    def _made_pem(self, file: str, name: str) -> bytes:
        if (self.folder / file).exists():
            return self._pem(file, name)
        private = new_private_key()
        write_durably(self.folder / file, to_pem(private, self._secret(name)))
        return private

    def _made_identity(self, name: str) -> str:
        if (self.folder / f"{name}{AGEKEY}").exists():
            return self._identity(name)
        identity, _ = new_age_identity()
        write_durably(self.folder / f"{name}{AGEKEY}", to_agekey(identity, self._secret(name)))
        return identity

    def _identity(self, name: str) -> str:
        file = f"{name}{AGEKEY}"
        with self._password_of(file, name):
            return from_agekey(self._read(file), self._secret(name))

    def _secret(self, name: str) -> str | None:
        return None if self.drill else self.passwords.get(name, self.password)

    def _pem(self, file: str, name: str) -> bytes:
        with self._password_of(file, name):
            return from_pem(self._read(file), self._secret(name))

    @contextmanager
    def _password_of(self, file: str, name: str) -> Iterator[None]:
        """Says which file it is whose password is wrong."""
        try:
            yield
        except NotPermitted as refusal:
            if refusal.code != "wrong_password":
                raise
            raise NotPermitted("wrong_key_password", file=file, name=name) from None

    def _read(self, file: str) -> bytes:
        path = self.folder / file
        if not path.exists():
            raise InputRefused("key_missing", file=file)
        with files_told_as_refusals():
            return path.read_bytes()


def key_file_names(roots: int) -> list[str]:
    """What `KeyFiles.make` writes."""
    pems = [f"root-{number}{PEM}" for number in range(1, roots + 1)] + [
        f"officer-{name}{PEM}" for name in FIRST_OFFICERS
    ]
    return sorted([*pems, f"{CITY}{AGEKEY}", f"{RECOVERY}{AGEKEY}"])
