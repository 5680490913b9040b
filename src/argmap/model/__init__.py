"""The map as its author wrote it: validated nodes and where each stands."""
