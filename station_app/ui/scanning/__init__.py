"""Scanners at the window: what they send comes to the screen that takes scans, whatever has the focus."""
