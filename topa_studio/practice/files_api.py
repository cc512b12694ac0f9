"""Uploads (stream, base64, by URL), the uploaded files, and the downloads of results."""

from __future__ import annotations

import asyncio
import base64
import binascii
import json
import mimetypes
import time
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from topa_studio.practice.book import Book
from topa_studio.practice.options import LOOPBACK
from topa_studio.practice.store import Store
from topa_studio.practice.studio import Studio
from topa_studio.practice.wire import NotAccepted, body_of

MAX_BYTES = 200 * 1024 * 1024
_URL_UPLOAD_SECONDS = 30
# Types of what is served; whatever else was uploaded is bytes, and no page or script.
_MEDIA = {
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".png": "image/png",
    ".wav": "audio/wav",
    ".webp": "image/webp",
}


class FilesApi:
    """The handlers; `base_url` is known once the server listens."""

    def __init__(self, book: Book, store: Store, studio: Studio) -> None:
        self._book = book
        self._store = store
        self._studio = studio
        self.base_url = ""

    def routes(self) -> list[web.RouteDef]:
        """What this room answers."""
        return [
            web.post("/api/file-stream-upload", self.stream_upload),
            web.post("/api/file-base64-upload", self.base64_upload),
            web.post("/api/file-url-upload", self.url_upload),
            web.get("/files/{path:.+}", self.uploaded),
            web.get("/results/{name}", self.result),
        ]

    async def stream_upload(self, request: web.Request) -> web.Response:
        """A multipart form with `file`, `uploadPath` and perhaps `fileName`."""
        if not request.content_type.startswith("multipart/"):
            raise NotAccepted(400, "The request must be multipart/form-data")
        form = await request.post()
        file = form.get("file")
        if not isinstance(file, web.FileField):
            raise NotAccepted(400, "file is required")
        fields = {name: str(value) for name, value in form.items() if name != "file"}
        data = await asyncio.to_thread(file.file.read)
        return await self._keep(fields, data, file.filename)

    async def base64_upload(self, request: web.Request) -> web.Response:
        """JSON with `base64Data` (raw or a data URL)."""
        body = await body_of(request)
        text = str(body.get("base64Data") or "")
        try:
            data = base64.b64decode(text.rpartition(",")[2], validate=True)
        except binascii.Error as error:
            raise NotAccepted(400, "base64Data is not valid base64") from error
        if not data:
            raise NotAccepted(400, "base64Data is required")
        return await self._keep(body, data, "file.png")

    async def url_upload(self, request: web.Request) -> web.Response:
        """JSON with `fileUrl`; here only addresses of this computer are fetched."""
        body = await body_of(request)
        url = str(body.get("fileUrl") or "")
        if urlsplit(url).scheme != "http" or urlsplit(url).hostname not in LOOPBACK:
            raise NotAccepted(400, "fileUrl must be an address of this computer")
        timeout = ClientTimeout(total=_URL_UPLOAD_SECONDS)
        try:
            async with (
                ClientSession(timeout=timeout) as session,
                session.get(url, allow_redirects=False) as answer,
            ):
                if answer.status != 200:
                    raise NotAccepted(500, "Failed to download the file")
                data = await answer.read()
        except (ClientError, TimeoutError) as error:
            raise NotAccepted(500, "Failed to download the file") from error
        return await self._keep(body, data, PurePosixPath(urlsplit(url).path).name)

    async def uploaded(self, request: web.Request) -> web.StreamResponse:
        """An uploaded file, as long as its address works."""
        path = self._store.upload(request.match_info["path"])
        if path is None:
            return _gone()
        return _file(request, path)

    async def result(self, request: web.Request) -> web.StreamResponse:
        """A drawn file, with ranges and an ETag, as long as its address works."""
        name = PurePosixPath(request.match_info["name"])
        task = self._book.get(name.stem)
        if task is None or not task.ended or task.failed:
            return _gone()
        if name.suffix != self._studio.suffix(task):
            return _gone()
        if self._store.expired(task.ended) and not self._signed(request, task.id):
            return _gone()
        return _file(request, await self._studio.result(task))

    def _signed(self, request: web.Request, task_id: str) -> bool:
        until = request.query.get("until", "")
        if not until.isdecimal() or int(until) < time.time():
            return False
        return request.query.get("signature") == self._store.sign(task_id, int(until))

    async def _keep(self, fields: dict[str, str], data: bytes, fallback: str) -> web.Response:
        upload_path = str(fields.get("uploadPath") or "")
        if not upload_path or upload_path != upload_path.strip("/"):
            raise NotAccepted(400, "uploadPath is required, without slashes at its ends")
        name = str(fields.get("fileName") or fallback)
        relative = await asyncio.to_thread(self._store.add_upload, upload_path, name, data)
        kept = PurePosixPath(relative)
        facts = {
            "fileName": kept.name,
            "filePath": f"{upload_path}/{kept.name}",
            "downloadUrl": f"{self.base_url}/files/{quote(relative)}",
            "fileSize": len(data),
            "mimeType": mimetypes.guess_type(kept.name)[0] or "application/octet-stream",
            "uploadedAt": datetime.now(UTC).isoformat(timespec="milliseconds"),
        }
        answer = {"success": True, "code": 200, "msg": "File uploaded successfully", "data": facts}
        return web.Response(text=json.dumps(answer), content_type="application/json")


def _gone() -> web.Response:
    return web.Response(status=404, text="This address does not work, or no longer.")


def _file(request: web.Request, path: Path) -> web.FileResponse:
    request["path"] = path
    kind = _MEDIA.get(path.suffix.lower(), "application/octet-stream")
    return web.FileResponse(path, headers={"Content-Type": kind})
