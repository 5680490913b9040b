"""Cards, groups and banners as shapes of known size."""
