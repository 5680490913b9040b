"""Tests of argmap."""
