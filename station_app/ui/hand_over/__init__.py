"""The next operator takes the desk over while everything runs on."""
