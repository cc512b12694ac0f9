"""Who generates: the Protocol, KIE's wire format and its HTTP client."""
