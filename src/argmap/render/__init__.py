"""Pictures of a map: text measured here, boxes placed by Graphviz, SVG painted here."""
