"""Measurements, the small city of `make demo`, and what both need: realistic people and days."""
