"""What an administrator sets, and what everybody sets for their own eyes and ears."""
