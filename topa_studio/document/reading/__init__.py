"""From YAML's nodes to the typed film, and everything that is wrong with it."""
