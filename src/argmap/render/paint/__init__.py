"""Shapes to SVG."""
