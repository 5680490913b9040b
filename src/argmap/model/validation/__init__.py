"""Pydantic's models of a map: they tell all that is wrong with what is written.

What is written as nearly every map is (`argmap.model.ordinary`) is read without them.
"""
