"""What stands and why: pure functions over the graph."""
