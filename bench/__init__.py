"""Benchmarks: whole processes, medians, ratios within one run."""
