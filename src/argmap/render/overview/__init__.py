"""The shape of a whole map on one page: every node a small mark."""
