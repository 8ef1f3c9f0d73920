"""What screens and reports ask of the projections, by topic. No answer costs more as the journal grows."""
