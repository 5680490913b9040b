"""Tools of the project's own making."""
