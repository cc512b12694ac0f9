"""A picture that the service cannot reach any more is uploaded anew at the next try."""

from __future__ import annotations

import asyncio
from pathlib import Path

from aiohttp import web

from tests.support.jobs import film, till
from tests.support.kie_client import UPLOAD, scripted
from tests.support.small_kie import picture_bytes
from topa_studio.base.files import sha256_of
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.model.request import ImageRequest, Picture
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.sending.uploads import Uploads
from topa_studio.provider.service import Providers


def test_forgotten_uploads_are_made_again(tmp_path: Path) -> None:
    picture = tmp_path / "Topa1.png"
    picture.write_bytes(picture_bytes())
    request = ImageRequest(
        "nano-banana-2", "A bear", "1:1", (Picture("Topa1.png", sha256_of(picture)),)
    )
    layout = Layout(tmp_path, tmp_path / "output", tmp_path / "output" / "elements", "film")

    async def main() -> list[str]:
        async with scripted() as (service, client):

            async def took(_request: web.Request) -> web.Response:
                url = f"{service.url}/there.png"
                return web.json_response(
                    {"success": True, "code": 200, "data": {"downloadUrl": url}}
                )

            service.on(UPLOAD, took)
            layout.output.mkdir()
            record = till(layout)
            await record.open(film())
            providers = Providers(lambda _name: client)
            uploads = Uploads(record, providers, layout, Catalogue.bundled(), lambda _path: True)
            try:
                await uploads.urls(request)
                await uploads.urls(request)
                assert service.paths() == [UPLOAD]
                await uploads.forget(request)
                await uploads.urls(request)
            finally:
                await record.close()
            return service.paths()

    assert asyncio.run(main()) == [UPLOAD, UPLOAD]
