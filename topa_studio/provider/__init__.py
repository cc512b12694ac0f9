"""Who generates: what a provider is, and what all need; each has a folder of its own."""
