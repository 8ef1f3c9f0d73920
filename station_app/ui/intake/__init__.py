"""The intake screen: one dossier after another, in five seconds each, by scanner and keyboard."""
