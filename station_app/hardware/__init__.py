"""The edge of the machine: drives, scanners, sounds. What depends on the system is here, in one place each."""
