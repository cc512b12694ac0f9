"""The HTTP side: access, refusals as bodies, and faults around every handler."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from topa_studio.practice.faults import Fault, Faults
from topa_studio.practice.files_api import MAX_BYTES, FilesApi
from topa_studio.practice.jobs_api import JobsApi
from topa_studio.practice.options import LOOPBACK
from topa_studio.practice.wire import NO_ACCESS, NotAccepted, envelope

_CHUNK = 16 * 1024
_HTML = "<html><head><title>Just a moment...</title></head><body>Please wait.</body></html>"
# A page of another site that calls itself by our address is answered nothing (DNS rebinding), and
# nothing that was uploaded here is ever a page: a browser takes every answer for what it says.
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def make_app(jobs: JobsApi, files: FilesApi, faults: Faults, key: str | None) -> web.Application:
    """The application with all routes."""
    app = web.Application(
        middlewares=[_only_here, _with_faults(faults), _with_refusals(key)],
        client_max_size=MAX_BYTES,
    )
    app.on_response_prepare.append(_add_headers)
    app.add_routes([*jobs.routes(), *files.routes()])
    return app


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)


@web.middleware
async def _only_here(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer whoever asked for this computer by its own name."""
    try:
        host = urlsplit(f"//{request.headers.get('Host', '')}").hostname
    except ValueError:
        host = None
    if host not in LOOPBACK:
        return web.json_response({"code": 403, "msg": "Forbidden", "data": None}, status=403)
    return await handler(request)


def _with_refusals(key: str | None) -> Middleware:
    """Refusals become bodies under HTTP 200; everything below /api/ needs a key."""

    @web.middleware
    async def answer(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            if request.path.startswith("/api/"):
                _check_key(request, key)
            return await handler(request)
        except NotAccepted as no:
            return envelope(no.code, no.text)
        except web.HTTPNotFound:
            body = {"code": 404, "msg": "The requested resource was not found", "data": None}
            return web.json_response(body, status=404)

    return answer


def _check_key(request: web.Request, key: str | None) -> None:
    kind, _, given = request.headers.get("Authorization", "").partition(" ")
    if kind != "Bearer" or not given.strip() or (key is not None and given.strip() != key):
        raise NotAccepted(*NO_ACCESS)


def _with_faults(faults: Faults) -> Middleware:
    """The rule that strikes, before or after the request is handled."""

    @web.middleware
    async def answer(request: web.Request, handler: Handler) -> web.StreamResponse:
        fault = faults.strike(request.method, request.path)
        if fault is None:
            return await handler(request)
        request["fault"] = fault
        early = _instead(request, fault)
        if early is not None:
            return early
        if fault.action == "delay":
            await asyncio.sleep(fault.seconds)
        response = await handler(request)
        if fault.action == "drop_reply":
            return _cut(request)
        if fault.action in ("truncate", "slow"):
            return await _send_part(request, response, fault)
        return response

    return answer


def _instead(request: web.Request, fault: Fault) -> web.Response | None:
    """The reply of a rule under which the request is not handled at all."""
    match fault.action:
        case "reset":
            return _cut(request)
        case "status":
            return _status(fault)
        case "body":
            return web.json_response(_facts(fault))
        case "html":
            return web.Response(text=_HTML)
    return None


def _cut(request: web.Request) -> web.Response:
    """Close the connection without a word; the response is never sent."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _status(fault: Fault) -> web.Response:
    if isinstance(fault.body, str):
        return web.Response(status=fault.code, text=fault.body)
    return web.json_response(_facts(fault), status=fault.code)


def _facts(fault: Fault) -> object:
    if fault.body is not None:
        return fault.body
    return {"code": fault.code, "msg": fault.message, "data": None}


async def _send_part(
    request: web.Request, response: web.StreamResponse, fault: Fault
) -> web.StreamResponse:
    """Send the reply slowly, or its first bytes only; its head promises all of it."""
    data, head = await asyncio.to_thread(_bytes_of, request, response)
    answer = web.StreamResponse(status=response.status, headers=head)
    answer.content_length = len(data)
    await answer.prepare(request)
    if fault.action == "truncate":
        await answer.write(data[: fault.bytes])
        return _cut_after(request, answer)
    pause = 0.05
    step = max(1, min(_CHUNK, round(fault.bytes_per_second * pause)))
    for start in range(0, len(data), step):
        await answer.write(data[start : start + step])
        await asyncio.sleep(step / fault.bytes_per_second)
    await answer.write_eof()
    return answer


def _cut_after(request: web.Request, answer: web.StreamResponse) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.close()
    return answer


def _bytes_of(request: web.Request, response: web.StreamResponse) -> tuple[bytes, dict[str, str]]:
    """The bytes a response would send, and its content type."""
    path = request.get("path")
    if path is None:
        body = response.body if isinstance(response, web.Response) else b""
        data = body if isinstance(body, bytes) else b""
        return data, {"Content-Type": response.content_type}
    data = path.read_bytes()
    part = request.http_range
    response.set_status(200 if part.start is None else 206)
    return data[part], {"Content-Type": response.content_type}
