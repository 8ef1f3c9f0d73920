"""Closing and sealing a shift of a device."""
