"""The user guide names only keys, results and pictures that the program has."""

from __future__ import annotations

import re
from pathlib import Path

from bench.screenshots.guide import PICTURES, pictures_named
from campaign.catalogue import Catalogue
from campaign.codes import Outcome
from station_app.ui.follow_ups.shown import DAYS

ROOT = Path(__file__).parents[2]
CHAPTERS = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/huong-dan").glob("*.md"))}
GUIDE = "\n".join(CHAPTERS.values())
OPERATORS = CHAPTERS[ROOT / "docs/huong-dan/can-bo.md"]
STATES = (ROOT / "bench/screenshots/states.py").read_text(encoding="utf-8")
MOST_BYTES = 1_500_000
"""Of all pictures together: they lie under version control."""
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "station_app/ui").rglob("*.py")))
OUTCOMES: list[Outcome] = list(
    Catalogue.from_json(lambda name: (ROOT / "resources/data" / name).read_bytes()).outcomes.values()
)


def known_keys() -> set[str]:
    """From key caps, shortcuts, the rail's numbers, the catalogue's keys and the follow-up list's digits."""
    caps = re.findall(
        r'(?:key=|KeyCap\(|QKeySequence\(|\(|, )"((?:[A-Z][A-Za-z]*[ +])*(?:[A-Z][A-Za-z]*\d*|\d))"', SOURCES
    )
    listed = set(re.findall(r'^ +"((?:[A-Z][a-z]+\+)+\w+)": ', SOURCES, re.MULTILINE))
    rail = {f"Alt+{number}" for number in re.findall(r'RailEntry\("\w+", (\d)', SOURCES)}
    devices = {f"Ctrl+{place}" for place in range(1, 10)}
    pages = {"Ctrl+PgUp", "Ctrl+PgDn"} if "Ctrl PgUp PgDn" in SOURCES else set()
    outcomes = {outcome.key for outcome in OUTCOMES}
    return (
        {cap.replace(" ", "+") for cap in caps}
        | listed
        | rail
        | devices
        | pages
        | outcomes
        | {str(days) for days in DAYS}
    )


def test_every_key_of_the_guide_is_one_of_the_program() -> None:
    named = set(re.findall(r"`([^`]+)`", GUIDE))
    assert len(named) > 20
    assert named <= known_keys(), named - known_keys()


def test_the_results_are_those_of_the_catalogue() -> None:
    rows = dict(re.findall(r"^\| `(F\d)` \| (.+) \|$", OPERATORS, re.MULTILINE))
    assert rows == {outcome.key: outcome.label_vi for outcome in OUTCOMES}


def test_the_pictures_are_those_that_the_script_takes() -> None:
    named = pictures_named()
    assert len(named) > 15
    assert named <= set(re.findall(r'at\.grab\("(\w+)"\)', STATES))
    kept = {picture.stem: picture.stat().st_size for picture in PICTURES.iterdir()}
    assert kept.keys() == named
    assert sum(kept.values()) < MOST_BYTES


def test_links_lead_somewhere() -> None:
    for chapter, text in CHAPTERS.items():
        links = re.findall(r"\]\(([^)#]+)\)", text)
        assert [link for link in links if not (chapter.parent / link).exists()] == [], chapter.name
