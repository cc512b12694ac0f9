"""A web page in the user's browser gets nothing out of the practice service."""

from __future__ import annotations

import pytest

from tests.practice.conftest import Start

CREDIT = "/api/v1/chat/credit"


@pytest.mark.parametrize("host", ["evil.test", "evil.test:80", "127.0.0.1.evil.test", "[", ""])
def test_who_asks_by_another_name_is_refused(start: Start, host: str) -> None:
    service = start()
    for path in (CREDIT, "/results/x.mp4", "/nothing"):
        answer = service.send(path, headers={"Host": host})
        assert answer.status in (400, 403)
        assert b"10000" not in answer.data


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]"])
def test_this_computer_may_be_called_by_its_names(start: Start, name: str) -> None:
    service = start()
    port = service.base_url.rpartition(":")[2]
    assert service.send(CREDIT, headers={"Host": f"{name}:{port}"}).json()["code"] == 200


@pytest.mark.parametrize("name", ["page.html", "page.xhtml", "drawing.svg", "a.xml", "app.js", "x"])
def test_what_was_uploaded_is_never_served_as_a_page(start: Start, name: str) -> None:
    service = start()
    told = service.upload(name, b"<html><script>alert(1)</script></html>")
    answer = service.send(told["data"]["downloadUrl"], key=None)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/octet-stream"


def test_every_answer_says_that_its_type_is_meant(start: Start) -> None:
    service = start()
    picture = service.upload("topa.png", b"\x89PNG\r\n\x1a\n")["data"]["downloadUrl"]
    for path in (CREDIT, "/nothing", "/api/nothing", "/files/gone", "/results/gone.mp4", picture):
        for key in (None, "any"):
            answer = service.send(path, key=key)
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "html" not in answer.headers.get("Content-Type", "")
    assert service.send(picture).headers["Content-Type"] == "image/png"
