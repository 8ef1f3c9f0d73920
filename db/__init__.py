"""Everything SQL: engine, schema, journal, projections, reads."""
