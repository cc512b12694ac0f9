"""The page of keys (F1): what works without a mouse, and giving commands other keys."""
