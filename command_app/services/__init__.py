"""The command's verbs: each decides by the campaign's rules and the trust, and returns frozen values."""
