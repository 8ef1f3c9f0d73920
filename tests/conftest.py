"""What holds for every test: no window, an empty home, a clock and language far from Vietnam's, repeatable examples."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# Before Qt or the clock is first used. Vietnam's time and sorting must come from the product, never from the machine.
for name in [name for name in os.environ if name.startswith("QT_")]:
    del os.environ[name]
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TZ"] = "America/New_York"
os.environ["LC_ALL"] = "C.UTF-8"
time.tzset()

settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("torture", settings.get_profile("ci"), derandomize=False, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session", autouse=True)
def _private_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing is read from or written to the tester's own settings and data, by this process or one that it starts."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            patch.setenv(name, str(home))
        yield


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs that the test starts open real windows, on the virtual screen that pytest-xvfb made."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
