"""Writes what the documentation takes from the program, so that the two cannot drift apart."""
