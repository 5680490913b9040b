"""One rule a file; `argmap.check.registry` finds them by their name."""
