"""Findings as text: one pure function a format."""
