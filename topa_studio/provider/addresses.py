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
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def host_of(url: str) -> str:
    """The host's name, for sentences."""
    return urlsplit(url).hostname or ""


def origin(url: str) -> str:
    """Scheme, host and port, "https://api.kie.ai:443": what a key is bound to.

    Raises:
        ProviderError: it is no http or https URL, or names a user.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        (host or "").encode("idna")
    except ValueError:
        raise ProviderError("provider.bad-address", host="") from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host or "@" in parts.netloc or not url.isprintable():
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


def check_peer(host: str, address: str) -> None:
    """Refuse to talk to `address`, found for `host`, where it lies in a private network.

    This machine is let through only where `host` says so itself (see `check_result`).

    Raises:
        ProviderError: nothing is fetched from there.
    """
    named = is_loopback(f"//{f'[{host}]' if ':' in host else host}")
    mine = is_loopback(f"//{f'[{address}]' if ':' in address else address}")
    if named != mine or (is_private(address) and not mine):
        raise ProviderError("provider.private-address", host=host)


def is_private(host: str) -> bool:
    """Whether `host` is an IP address of a home, office or machine network; False for names."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _translated(address)
        if inner is not None:
            return is_private(str(inner))
    return any(address in net for net in _PRIVATE if net.version == address.version)


def _translated(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a network without IPv4 reaches under this one."""
    return ipaddress.IPv4Address(address.packed[-4:]) if address in _NAT64 else None
