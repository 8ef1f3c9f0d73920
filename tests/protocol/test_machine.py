"""Stations and command agree with the protocol's text, whatever sticks and disks do (docs/bundle-format.md)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.protocol.homes import Homes
from tests.protocol.machine import Exchange

SHORT = {"max_examples": 20, "stateful_step_count": 40}
LONG = {"max_examples": 175, "stateful_step_count": 100}
LONG_PARTS, LONG_STEPS = 4, 50_000
"""Parts of one run, which `pytest -n` shares out among the computer's cores."""


def run(homes: Homes, max_examples: int, stateful_step_count: int) -> int:
    """How many steps were made."""
    Exchange.homes, Exchange.steps = homes, 0
    chosen = settings(
        max_examples=max_examples,
        stateful_step_count=stateful_step_count,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Exchange, settings=chosen)
    return Exchange.steps


def test_a_few_unlucky_days(homes: Homes) -> None:
    assert run(homes, **SHORT) >= 300


@pytest.mark.torture
@pytest.mark.parametrize("part", range(LONG_PARTS))
def test_many_unlucky_days(homes: Homes, part: int) -> None:
    """Each part chooses its own days."""
    assert run(homes, **LONG) >= LONG_STEPS / LONG_PARTS
