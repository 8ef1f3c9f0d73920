"""The export screen: everything after the mark onto a stick, proved, and what the command answers."""
