"""A certificate authority of a test: what it signs is believed by the clients that know it."""

from __future__ import annotations

import ssl
from datetime import datetime

import trustme


class Authority:
    """Makes certificates for names, good or bad."""

    def __init__(self) -> None:
        self._ca = trustme.CA()

    def server(self, *names: str, until: datetime | None = None) -> ssl.SSLContext:
        """A server that shows a certificate for `names`, good `until` then."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._ca.issue_cert(*names, not_after=until).configure_cert(context)
        return context

    def client(self) -> ssl.SSLContext:
        """What a client believes that knows this authority and no other."""
        context = ssl.create_default_context()
        self._ca.configure_trust(context)
        return context
