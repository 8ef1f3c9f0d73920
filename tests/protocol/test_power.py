"""An export that the power, the stick or the stick's memory fails at any step (docs/bundle-format.md, section 3)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from campaign.refusal import Refusal
from tests.protocol import cuts
from tests.protocol.mutants import BROKEN_WRITING, Mutant
from tests.protocol.world import World

WAYS = (cuts.cut_everywhere, cuts.yank_everywhere, cuts.cut_the_second_copy, cuts.a_stick_that_keeps_other_bytes)


def test_the_steps_are_those_of_the_format_in_its_order(world: World) -> None:
    steps = cuts.steps_of(world)
    once = ["create", "flush file", "journal", "rename", "read back"]
    assert [step for step in steps if step in once] == [*once, "journal"]
    assert steps[steps.index("rename") + 1] == "flush folder"
    written = [number for number, step in enumerate(steps) if step == "write"]
    assert steps.index("create") < written[0] <= written[-1] < steps.index("flush file")


@pytest.mark.parametrize("failing", WAYS, ids=lambda way: str(way.__name__))
def test_no_half_bundle_under_its_name_and_no_belief_in_what_did_not_happen(
    world: World, failing: Callable[[World], None]
) -> None:
    failing(world)


@pytest.mark.parametrize("mutant", BROKEN_WRITING, ids=lambda mutant: mutant.name.replace(" ", "_"))
def test_a_step_left_out_is_noticed(mutant: Mutant, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    mutant.plant(monkeypatch)
    with pytest.raises((AssertionError, Refusal)):
        mutant.noticed_by(world)
