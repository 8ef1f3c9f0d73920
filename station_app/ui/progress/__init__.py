"""How far the campaign is, whether it will be done in time, and what would help."""
