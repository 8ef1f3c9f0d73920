"""A past day looked at once more, alone or beside another."""
