"""The station's reports as papers. Papers are Vietnamese, whatever the window's language."""
