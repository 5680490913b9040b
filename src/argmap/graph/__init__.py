"""The argument as a graph: nodes, reasons, attacks; references resolved."""
