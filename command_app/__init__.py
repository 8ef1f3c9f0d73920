"""The city command's side."""
