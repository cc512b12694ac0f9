"""A cut that comes back from an editing program: shown shot by shot before it is made."""
