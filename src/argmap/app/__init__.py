"""Use cases: what the commands and the library do, without a terminal."""
