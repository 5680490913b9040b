"""What stands where in a picture, before anything has a size."""
