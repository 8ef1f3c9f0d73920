"""All devices of the point on one board: who needs help now."""
