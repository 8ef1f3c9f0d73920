"""A new computer in a dead one's place: what it awaits, its request, and the command's answer from a stick."""
