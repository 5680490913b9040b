"""Reading text and YAML: lines, spans, values with the place each was written at."""
