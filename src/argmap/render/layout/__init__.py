"""Where boxes of known size stand."""
