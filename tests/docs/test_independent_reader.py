"""A bundle of the worked example read with nothing but Debian's tail, age, zstd and sha256sum, as the document says."""

from __future__ import annotations

import json
import re
import subprocess
from base64 import b64decode
from hashlib import sha256
from pathlib import Path

import pytest

from bundle.writer import Row, Written
from campaign.chain import first_head
from tests.bundle.files import CITY, RECOVERY, written
from tests.docs.test_bundle_format import TEXT, block_after

PAYLOAD = block_after("**The payload** of a bundle")


def rows() -> list[Row]:
    """The payload's entries, each with its subject."""
    found: list[Row] = []
    for line in PAYLOAD.splitlines():
        if line.startswith("E "):
            found.append((line[2:].encode(), None, None))
        else:
            found[-1] = (found[-1][0], bytes.fromhex(line[2:34]), line[35:].encode())
    return found


@pytest.fixture
def bundle(tmp_path: Path) -> tuple[Path, Written]:
    data, done = written(rows(), station="HP-LC-01", head_before=first_head("HP-LC-01", 1))
    (tmp_path / "FILE").write_bytes(data)
    (tmp_path / "city").write_text(CITY)
    (tmp_path / "recovery").write_text(RECOVERY)
    return tmp_path, done


def shell(command: str, folder: Path) -> str:
    run = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=folder, capture_output=True, text=True, timeout=60, check=True
    )
    return run.stdout


@pytest.mark.parametrize("key", ["city", "recovery"])
def test_stock_tools_give_the_documents_payload(bundle: tuple[Path, Written], key: str) -> None:
    folder, done = bundle
    told = re.search(r"`(tail -n \+3 FILE \| age -d -i KEY \| zstd -d)`", TEXT)
    assert told is not None
    command = told[1].replace("KEY", key)
    assert shell(command, folder) == PAYLOAD
    assert shell(f"{command} | sha256sum", folder).split()[0] == done.manifest.plaintext.sha256
    assert f"SHA-256 {done.manifest.plaintext.sha256}." in TEXT


def test_the_manifest_tells_the_age_files_digest_and_the_chain(bundle: tuple[Path, Written]) -> None:
    folder, done = bundle
    envelope = json.loads(shell("sed -n 2p FILE", folder))
    manifest = json.loads(b64decode(envelope["payload"]))
    assert shell("tail -n +3 FILE | sha256sum", folder).split()[0] == manifest["ciphertext"]["sha256"]
    assert (manifest["station"], manifest["first"], manifest["last"]) == ("HP-LC-01", 1, 3)
    # h(n) of h(n-1) and the line, by sha256sum alone, is the signed head.
    head = manifest["head_before"]
    for line in PAYLOAD.splitlines():
        if line.startswith("E "):
            (folder / "chained").write_bytes(bytes.fromhex(head) + line[2:].encode())
            head = shell("sha256sum < chained", folder).split()[0]
    assert head == manifest["head"]
    assert sha256((folder / "FILE").read_bytes()).hexdigest() == done.sha256


def test_a_strangers_key_opens_nothing(bundle: tuple[Path, Written]) -> None:
    folder, _ = bundle
    shell("age-keygen -o stranger 2>/dev/null", folder)
    with pytest.raises(subprocess.CalledProcessError):
        shell("tail -n +3 FILE | age -d -i stranger | zstd -d", folder)
