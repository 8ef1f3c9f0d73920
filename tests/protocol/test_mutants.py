"""A rule that is broken on purpose is noticed by one of the machine's ways; unbroken, all of them pass."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from campaign.refusal import Refusal
from tests.protocol.loss_sequences import LOSS_SEQUENCES
from tests.protocol.mutants import MUTANTS, Mutant
from tests.protocol.sequences import SEQUENCES
from tests.protocol.world import World


@pytest.mark.parametrize("sequence", [*SEQUENCES, *LOSS_SEQUENCES], ids=lambda sequence: str(sequence.__name__))
def test_as_the_text_says(world: World, sequence: Callable[[World], None]) -> None:
    sequence(world)
    world.verify()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name.replace(" ", "_"))
def test_a_broken_rule_is_noticed(mutant: Mutant, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal where none is due is as good a sign as a wrong answer."""
    mutant.plant(monkeypatch)
    with pytest.raises((AssertionError, Refusal, pytest.fail.Exception)):
        mutant.noticed_by(world)
