"""Taking the seat: who works, and the password."""
