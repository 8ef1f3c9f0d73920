"""What both command lines share: options, JSON, exit codes, sentences for refusals."""
