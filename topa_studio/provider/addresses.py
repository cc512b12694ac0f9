"""Which addresses may be asked: https in public, anything on this machine only for practice."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from topa_studio.base.errors import ProviderError

_PORTS = {"https": 443, "http": 80}
# 198.18.0.0/15 is left out: desktop VPNs answer every name with an address from it.
_PRIVATE = tuple(
    ipaddress.ip_network(net)
    for net in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/4", "240.0.0.0/4",
        "::/128", "::1/128", "fc00::/7", "fe80::/10", "ff00::/8",
    )
)  # fmt: skip


def origin(url: str) -> str:
    """Scheme, host and port, "https://api.kie.ai:443": what a key is bound to.

    Raises:
        ProviderError: it is no http or https URL, or names a user.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ProviderError("provider.bad-address", host="") from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host or "@" in parts.netloc:
        raise ProviderError("provider.bad-address", host=host or scheme)
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}:{port or _PORTS[scheme]}"


def is_loopback(url: str) -> bool:
    """Whether the URL names this machine itself."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_service(url: str) -> str:
    """A base or upload URL without its last slash.

    Raises:
        ProviderError: it is neither https nor on this machine, so the key would travel in the open.
    """
    if not origin(url).startswith("https://") and not is_loopback(url):
        raise ProviderError("provider.not-https", host=urlsplit(url).hostname or "")
    return url.rstrip("/")


def check_result(url: str, *, practice: bool) -> None:
    """Refuse a result's URL that is not https in public; `practice` allows this machine.

    Raises:
        ProviderError: the address is not to be asked.
    """
    found = origin(url)
    host = urlsplit(url).hostname or ""
    if is_loopback(url):
        if practice:
            return
        raise ProviderError("provider.private-address", host=host)
    if not found.startswith("https://"):
        raise ProviderError("provider.not-https", host=host)
    if is_private(host):
        raise ProviderError("provider.private-address", host=host)


def is_private(host: str) -> bool:
    """Whether `host` is an IP address of a home, office or machine network; False for names."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    address = mapped or address
    return any(address in net for net in _PRIVATE if net.version == address.version)
