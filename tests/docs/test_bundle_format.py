"""The worked example of docs/bundle-format.md, checked with what the document says and no more, as others would."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from base64 import b64decode
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from docs.worked_example import DOCUMENT, document

TEXT = DOCUMENT.read_text(encoding="utf-8")


def block_after(words: str) -> str:
    """The indented lines that follow the paragraph with these words."""
    found = re.search(re.escape(words) + r"[\s\S]*?\n\n((?:    .*\n)+)", TEXT)
    assert found is not None
    return re.sub(r"^    ", "", found[1], flags=re.MULTILINE)


def test_the_example_is_the_one_made_from_the_code() -> None:
    """After a change: python -m docs.worked_example"""
    assert document() == TEXT


def test_the_documents_reader_recomputes_the_documents_chain(tmp_path: Path) -> None:
    program = re.search(r"```python\n(.*?)```", TEXT, re.DOTALL)
    assert program is not None
    (tmp_path / "reader.py").write_text(program[1])
    run = subprocess.run(
        [sys.executable, tmp_path / "reader.py", "HP-LC-01", "1"],
        input=block_after("**The payload** of a bundle").encode(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    printed = [line.split()[:2] for line in run.stdout.decode().splitlines()]
    chain = re.findall(r"h\((\d)\) = ([0-9a-f]{64})", block_after("**The chain**"))
    assert printed == [list(pair) for pair in chain[1:]]


def test_a_stock_tool_gives_h_0() -> None:
    command = re.search(r"`(printf .* \| sha256sum)` gives h\(0\)", TEXT)
    assert command is not None
    run = subprocess.run(["bash", "-c", command[1]], capture_output=True, text=True, timeout=60, check=True)
    assert f"h(0) = {run.stdout.split()[0]}\n" in block_after("**The chain**")


def test_the_payload_is_what_the_manifest_says() -> None:
    payload = block_after("**The payload** of a bundle").encode()
    plaintext = re.search(r'"plaintext":({.*})', TEXT)
    assert plaintext is not None
    assert json.loads(plaintext[1]) == {
        "bytes": len(payload),
        "sha256": sha256(payload).hexdigest(),
        "lines": payload.count(b"\n"),
    }


def test_the_envelope_is_signed_as_the_document_says() -> None:
    line = block_after("The line, in the file with a line end:")
    envelope = json.loads(line)
    payload, kind = b64decode(envelope["payload"]), envelope["payloadType"].encode()
    (signature,) = envelope["signatures"]
    public = bytes.fromhex(json.loads(payload)["key"])
    signed = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
    Ed25519PublicKey.from_public_bytes(public).verify(b64decode(signature["sig"]), signed)
    assert signature["keyid"] == sha256(public).hexdigest()
    assert payload.decode() == block_after("**An envelope**").rstrip("\n")
