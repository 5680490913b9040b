"""The page: one file in which a reader folds, searches and follows a map, and needs no network."""
