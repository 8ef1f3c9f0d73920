"""Opening a shift of a device: the checklist, who works, which window."""
