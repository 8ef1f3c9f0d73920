"""The campaign's rules, pure: no files, no SQL, no Qt, no clock of their own."""
