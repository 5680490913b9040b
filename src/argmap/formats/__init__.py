"""Other formats: one file each, from the graph to text."""
