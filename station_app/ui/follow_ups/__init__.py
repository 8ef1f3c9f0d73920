"""The cases that wait: who calls whom, and until when."""
