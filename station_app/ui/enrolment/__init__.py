"""The rest of the set-up: the request on a stick, the fingerprints by telephone, the command's answer."""
