"""The commands of `stationctl`, by what they are about; each is a thin face of a service."""
