"""`python -m command_app`: the same as commandctl."""

from __future__ import annotations

from command_app.cli import main

main()
