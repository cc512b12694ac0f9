"""The practice service: a local stand-in for KIE, in a process of its own."""
