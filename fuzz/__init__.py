"""Files that nobody would write, read and judged and drawn by the hundred thousand."""
