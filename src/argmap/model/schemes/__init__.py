"""Argumentation schemes: the forms that reasons take, and what is to be asked of each."""
