"""The list of what was logged: a day's applications, searched, looked at, voided and corrected."""
