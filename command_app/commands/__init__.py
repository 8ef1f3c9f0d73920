"""The commands of `commandctl`, by what they are about; each is a thin face of a service."""
