"""The administrator's screen of the station's people."""
