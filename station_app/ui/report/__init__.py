"""The reports that are handed in: seen as they will be printed, printed, or saved as a file."""
