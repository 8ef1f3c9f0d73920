"""`make bench`: a JSON line per measurement, value and floor taken alternately in one run."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from bench.board_cost import board_cost
from bench.city_import import city_import
from bench.desk_key import desk_key
from bench.exporting import exporting, filled_home
from bench.first_paint import first_paint
from bench.forecast import lines
from bench.saved_entry import saved_entry

SIZES = {"small": (7, 300, 16_800, 3, 100, 5_000), "full": (31, 2_000, 350_000, 3, 1_000, 350_000)}
"""Starts of the program, saved entries, entries of the exchanged journal, runs of each exchange, keys at the desk and
entries of the desk with many.
"""
CITIES = {"small": (3, 2_000), "full": (100, 16_812)}
"""Stations whose bundles come in one after the other, and entries of each."""


def main(size: str) -> None:
    """Prints the measurements one by one, then how the forecast did, hour by hour."""
    starts, saved, entries, runs, keys, many = SIZES[size]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for measurement in first_paint(folder, starts):
            measurement.tell()
        saved_entry(folder, saved).tell()
        for measurement in desk_key(folder, many, keys):
            measurement.tell()
        for measurement in board_cost(folder, many, keys // 5):
            measurement.tell()
        home = filled_home(folder, entries)
        exporting(home, entries, runs).tell()
        for measurement in city_import(folder / "station", 1, entries, runs, in_a_file=True):
            measurement.tell()
        for measurement in city_import(folder / "city", *CITIES[size], 1, in_a_file=False):
            measurement.tell()
    for line in lines():
        print(json.dumps(line), flush=True)


main(sys.argv[1] if len(sys.argv) > 1 else "small")
