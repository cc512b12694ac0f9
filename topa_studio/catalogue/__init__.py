"""Which models exist: their fields, limits and dated prices, read from resources/models."""
