"""The station's verbs: each decides by the campaign's rules, appends to the journal, and returns frozen values."""
