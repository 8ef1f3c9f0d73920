"""The kit's index names what there is."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

import ui_kit

LISTED = re.findall(r"^    (\w+)  ?\s*(.*(?:\n {20}.*)*)", ui_kit.__doc__ or "", re.MULTILINE)


def test_every_class_of_the_index_takes_what_is_written() -> None:
    seen = 0
    for room, entry in LISTED:
        module = importlib.import_module(f"ui_kit.{room}")
        for name, written in re.findall(r"\b([A-Z]\w+)\(([^)]*)\)", entry):
            taken = [each for each in inspect.signature(getattr(module, name)).parameters if each != "parent"]
            listed = [part.split("=")[0].strip() for part in written.split(",")]
            assert [part for part in listed if part not in ("", "*")] == taken, name
            seen += 1
    assert seen > 30


def test_every_file_of_the_kit_is_in_the_index() -> None:
    files = {path.stem for path in Path(ui_kit.__file__).parent.glob("*.py")}
    inner = {"__init__", "stylesheet", "cell_painting"}
    assert files - inner == {room for room, _ in LISTED}
