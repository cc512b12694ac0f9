from __future__ import annotations

import pytest

from topa_studio.base.errors import ProviderError
from topa_studio.provider.addresses import check_result, check_service, is_private, origin
from topa_studio.provider.kie.client import KieClient
from topa_studio.provider.secret import Secret


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://api.kie.ai/x?y", "https://api.kie.ai:443"),
        ("HTTPS://API.kie.ai:8443", "https://api.kie.ai:8443"),
        ("http://[::1]:9", "http://[::1]:9"),
    ],
)
def test_origin(url: str, found: str) -> None:
    assert origin(url) == found


@pytest.mark.parametrize(
    "url", ["", "file:///etc/passwd", "ftp://a.b", "https://", "https://a:b@c.d", "https://[x", "x"]
)
def test_no_web_address(url: str) -> None:
    with pytest.raises(ProviderError, match="not a web address"):
        origin(url)


@pytest.mark.parametrize(
    "url", ["http://api.kie.ai", "http://192.168.1.5:80", "http://localhost.example.org"]
)
def test_a_key_never_travels_in_the_open(url: str) -> None:
    with pytest.raises(ProviderError) as caught:
        KieClient(url, "https://upload.example.org", Secret("k"))
    assert caught.value.code == "provider.not-https"
    with pytest.raises(ProviderError):
        KieClient("https://api.kie.ai", url, Secret("k"))


@pytest.mark.parametrize(
    "url", ["https://api.kie.ai/", "http://127.0.0.1:80", "http://localhost:1", "http://[::1]:1"]
)
def test_https_or_this_machine(url: str) -> None:
    assert check_service(url) == url.rstrip("/")


@pytest.mark.parametrize(
    ("url", "practice", "allowed"),
    [
        ("https://r.example.org/a.mp4", False, True),
        ("https://r.example.org/a.mp4", True, True),
        ("http://r.example.org/a.mp4", False, False),
        ("http://r.example.org/a.mp4", True, False),
        ("http://127.0.0.1:1234/a.mp4", True, True),
        ("http://127.0.0.1:1234/a.mp4", False, False),
        ("https://localhost/a.mp4", False, False),
        ("https://10.0.0.7/a.mp4", True, False),
        ("https://169.254.169.254/latest", False, False),
        ("https://[fd00::1]/a.mp4", False, False),
        ("https://[::ffff:10.0.0.1]/a.mp4", False, False),
        ("file:///etc/passwd", True, False),
    ],
)
def test_where_results_may_lie(url: str, practice: bool, allowed: bool) -> None:
    if allowed:
        check_result(url, practice=practice)
        return
    with pytest.raises(ProviderError):
        check_result(url, practice=practice)


def test_private_networks() -> None:
    assert all(map(is_private, ("0.0.0.0", "172.16.9.9", "100.100.1.1", "fe80::1", "127.8.8.8")))
    assert not any(map(is_private, ("1.1.1.1", "198.18.0.7", "2606:4700::1", "r.example.org")))
