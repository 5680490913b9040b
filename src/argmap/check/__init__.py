"""The checker: a registry of rules, one file each, and the runner that applies them."""
