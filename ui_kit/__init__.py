"""What the windows share: tokens, palette, painted widgets, Vietnamese formats."""
