"""`make screenshots`: writes the pictures into a folder."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from bench.screenshots.scene import seed
from bench.screenshots.states import take_pictures
from bench.screenshots.studio import LOOKS, application, studio


def main() -> None:
    parser = argparse.ArgumentParser(description="Pictures of every screen.")
    parser.add_argument("--out", type=Path, required=True)
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    running = application()
    with tempfile.TemporaryDirectory() as name:
        scene = seed(Path(name))
        for look in LOOKS:
            with studio(running, scene.home, out, look) as at:
                take_pictures(at, scene)


if __name__ == "__main__":
    main()
