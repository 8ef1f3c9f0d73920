"""The first run: making the station, before anybody can sign in."""
