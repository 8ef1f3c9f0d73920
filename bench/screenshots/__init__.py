"""`make screenshots`: every screen in its named states, from the real window over a seeded practice store.

The pictures are those of a Thursday afternoon, 8 April 2021, at a point with six devices; each comes in light, in dark,
in English and with text half as large again. Those of the first run are of a new station in a new home.
"""
