"""`python -m bench.import_run URL FOLDER`: one import in a process of its own, so that its memory can be told.

The age identity comes on standard input; the answer is a JSON object: `state` counts, `new`, `known`, `seconds`, `cpu`
(seconds of this process, and of the server for it), `rss_mb` (the most it ever held).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

from bench.bare_import import server_cpu
from bench.written_city import NOW, PASSWORD
from command_app.bootstrap import open_city
from command_app.services.import_bundles import import_bundles
from db.server_store import SERVER


@dataclass(frozen=True, slots=True)
class ImportRun:
    states: dict[str, int]
    new: int
    known: int
    seconds: float
    cpu: float
    rss_mb: float


def run_import(url: str, path: Path, identity: str) -> ImportRun:
    """In a child process."""
    told = subprocess.run(
        [sys.executable, "-m", "bench.import_run", url, str(path)],
        input=identity,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    return ImportRun(**json.loads(told.stdout))


def _most_held() -> float:
    """MiB. `ru_maxrss` would begin with what the parent held when it made this process."""
    (line,) = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) / 1024


def main(url: str, path: str) -> None:
    identity = sys.stdin.read().strip()
    with open_city(url, PASSWORD, lambda **_: lambda: NOW) as city:
        start, used = perf_counter(), process_time()
        imported = import_bundles(city, [Path(path)], identity)
        seconds, cpu = perf_counter() - start, process_time() - used
        if url.startswith(SERVER):
            cpu += server_cpu(url)
    told = {
        "states": Counter(bundle.state for bundle in imported.bundles),
        "new": imported.entries,
        "known": sum(bundle.known for bundle in imported.bundles),
        "seconds": seconds,
        "cpu": cpu,
        "rss_mb": _most_held(),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
