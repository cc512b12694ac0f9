"""config.yaml and the environment: where results go, which service, which key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from topa_studio.base.errors import DocumentError, ProjectError
from topa_studio.base.yaml_reader import load_file
from topa_studio.catalogue.catalogue import USUAL
from topa_studio.document.reading.money import is_about_money
from topa_studio.document.reading.suggest import near_key
from topa_studio.model.request import DEFAULT_PROVIDER
from topa_studio.model.scenario import Settings
from topa_studio.model.settings import over
from topa_studio.model.status import Trouble
from topa_studio.provider.addresses import is_loopback
from topa_studio.provider.kie import UPLOAD_URL, URL
from topa_studio.provider.secret import Secret
from topa_studio.provider.service import Access

NO_KEY = "YOUR_KIE_API_KEY"
Source = Literal["", "environment", "config", "named config"]

_SETTINGS: Mapping[str, tuple[str, ...]] = {
    "api": ("api_key", "base_url", "upload_url"),
    "output": ("base_dir", "elements_dir"),
    "polling": ("interval_seconds", "max_wait_seconds", "form"),
    "generation": ("model", "mode", "sound", "aspect_ratio", "cfg_scale"),
}
_PARTS = (*_SETTINGS, "providers")
_MODES = ("std", "pro", "4K")
_RATIOS = ("16:9", "9:16", "1:1")


@dataclass(frozen=True, slots=True)
class Config:
    """What holds for one film's folder.

    Attributes:
        key: empty where none is set.
        output, elements: folders, relative to the film's home unless absolute.
        patience: seconds a command waits for one job; the window waits for ever.
        defaults, ratio: generation settings below the film's own: of the file, over the usual ones.
        key_from: what named the key: the environment, the settings file, or nothing.
        addresses_from: what named the service's addresses, where they are not KIE's own.
        path: the settings file.
        money_setting: a key about money that stands there and is not read; None: there is none.
        others: providers beside KIE, by name: their keys go to them alone.
    """

    key: Secret
    base_url: str = URL
    upload_url: str = UPLOAD_URL
    poll_form: Literal["recordInfo", "jobs"] = "recordInfo"
    output: str = "output"
    elements: str = "output/elements"
    patience: float = 3600.0
    defaults: Settings = USUAL
    ratio: str = "16:9"
    key_from: Source = ""
    addresses_from: Source = ""
    path: Path = Path()
    money_setting: Trouble | None = None
    others: Mapping[str, Access] = field(default_factory=dict)

    @property
    def can_pay(self) -> bool:
        """Whether there is a key of any provider, or none is needed."""
        return bool(self.key or self.others) or is_loopback(self.base_url)

    def access(self, provider: str) -> Access:
        """How a provider is reached, as far as these settings say it."""
        if provider == DEFAULT_PROVIDER:
            return Access(self.key, self.base_url, self.upload_url, self.poll_form)
        return self.others.get(provider, Access(Secret("")))


def read_config(home: Path, explicit: Path | None, environment: Mapping[str, str]) -> Config:
    """`explicit`, else `<home>/config.yaml`, else nothing; the environment stands above it.

    Raises:
        ProjectError: the file is named but missing, or says something that cannot be.
    """
    path = explicit if explicit is not None else home / "config.yaml"
    data: object = {}
    if path.exists():
        try:
            data = load_file(path)
        except DocumentError as error:
            reason = error.params.get("reason", error)
            raise ProjectError("project.config", path=str(path), reason=reason) from error
    elif explicit is not None:
        raise ProjectError("project.no-config", path=str(path))
    if data is None:
        data = {}
    if not isinstance(data, dict):
        raise ProjectError("project.config", path=str(path), reason=Trouble("project.no-settings"))
    _refuse_misspelt(data, path)
    named: Source = "config" if explicit is None else "named config"
    config = _config(_Reader(data, path), environment, named)
    return replace(config, money_setting=_about_money(data, path))


def readable_config(home: Path, explicit: Path | None, environment: Mapping[str, str]) -> Config:
    """`read_config`; the usual settings where a mistake stands in them.

    For what only looks: whatever would send with them tells the mistake.
    """
    try:
        return read_config(home, explicit, environment)
    except ProjectError:
        return Config(Secret(""))


def _about_money(data: Mapping[object, object], path: Path, prefix: str = "") -> Trouble | None:
    """The first key, however deep, that is meant to limit what is spent: no setting does."""
    for key, value in data.items():
        name = f"{prefix}{key}"
        if is_about_money(str(key)):
            return Trouble("project.money-setting", {"path": str(path), "setting": name})
        inside = _about_money(value, path, f"{name}.") if isinstance(value, dict) else None
        if inside is not None:
            return inside
    return None


def _refuse_misspelt(data: Mapping[object, object], path: Path) -> None:
    """A near miss of a setting would be ignored, and the film paid for as it was not meant."""
    places = {"": (data, _PARTS)}
    for part, known in _SETTINGS.items():
        section = data.get(part)
        if isinstance(section, dict):
            places[f"{part}."] = (section, known)
    for prefix, (section, known) in places.items():
        for key in section:
            meant = None if key in known else near_key(str(key), known)
            if meant is not None and meant not in section:
                wanted = {"path": str(path), "setting": f"{prefix}{key}", "meant": meant}
                raise ProjectError("project.misspelt-setting", **wanted)


def _config(file: _Reader, environment: Mapping[str, str], named: Source) -> Config:
    key = environment.get("KIE_API_KEY") or file.text("api", "api_key", "")
    key = "" if key == NO_KEY else key
    base = environment.get("KIE_BASE_URL") or file.text("api", "base_url", URL)
    other = base if base != URL else UPLOAD_URL
    upload = environment.get("KIE_UPLOAD_URL") or file.text("api", "upload_url", other)
    in_file = (not environment.get("KIE_BASE_URL") and base != URL) or (
        not environment.get("KIE_UPLOAD_URL")
        and file.text("api", "upload_url", UPLOAD_URL) != UPLOAD_URL
    )
    form = file.text("polling", "form", "recordInfo")
    if form not in ("recordInfo", "jobs"):
        raise file.wrong("polling.form", form, _one_of(("recordInfo", "jobs")))
    output = file.text("output", "base_dir", "output")
    return Config(
        key=Secret.pasted(key),
        key_from="environment" if environment.get("KIE_API_KEY") else named if key else "",
        addresses_from=named if in_file else "",
        path=file.path,
        base_url=base,
        upload_url=upload,
        poll_form="jobs" if form == "jobs" else "recordInfo",
        output=output,
        elements=file.text("output", "elements_dir", f"{output}/elements"),
        patience=file.number("polling", "max_wait_seconds", 3600.0),
        defaults=over(_generation(file), USUAL),
        ratio=file.choice("generation", "aspect_ratio", _RATIOS) or "16:9",
        others=file.others(),
    )


def _generation(file: _Reader) -> Settings:
    return Settings(
        model=file.optional_text("generation", "model"),
        mode=file.choice("generation", "mode", _MODES),
        sound=file.optional_flag("generation", "sound"),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Looks up one setting of a file, and says in plain words what is wrong with it."""

    data: Mapping[object, object]
    path: Path

    def others(self) -> Mapping[str, Access]:
        """What `providers` says of each: its key, and its addresses where they are not its own."""
        named = self.data.get("providers") or {}
        if not isinstance(named, dict):
            raise self.wrong("providers", named, Trouble("project.wants-settings"))
        inner = _Reader({f"providers.{name}": given for name, given in named.items()}, self.path)
        return {str(name): inner.one_other(f"providers.{name}") for name in named}

    def one_other(self, part: str) -> Access:
        key = Secret.pasted(self.text(part, "api_key", ""))
        return Access(key, self.text(part, "base_url", ""), self.text(part, "upload_url", ""))

    def _value(self, part: str, name: str) -> object:
        section = self.data.get(part)
        if section is None:
            return None
        if not isinstance(section, dict):
            raise self.wrong(part, section, Trouble("project.wants-settings"))
        found: object = section.get(name)
        return found

    def text(self, part: str, name: str, otherwise: str) -> str:
        found = self.optional_text(part, name)
        return otherwise if found is None else found

    def optional_text(self, part: str, name: str) -> str | None:
        found = self._value(part, name)
        if found is None or isinstance(found, str):
            return found
        raise self.wrong(f"{part}.{name}", found, Trouble("project.wants-text"))

    def choice(self, part: str, name: str, choices: tuple[str, ...]) -> str | None:
        found = self.optional_text(part, name)
        if found is None or found in choices:
            return found
        raise self.wrong(f"{part}.{name}", found, _one_of(choices))

    def optional_flag(self, part: str, name: str) -> bool | None:
        found = self._value(part, name)
        if found is None or isinstance(found, bool):
            return found
        raise self.wrong(f"{part}.{name}", found, _one_of(("true", "false")))

    def number(self, part: str, name: str, otherwise: float) -> float:
        found = self._value(part, name)
        if found is None:
            return otherwise
        if isinstance(found, int | float) and not isinstance(found, bool) and found > 0:
            return float(found)
        raise self.wrong(f"{part}.{name}", found, Trouble("project.wants-number"))

    def wrong(self, setting: str, found: object, wanted: Trouble) -> ProjectError:
        shown = "***" if setting.endswith(".api_key") else found
        return ProjectError(
            "project.setting", path=str(self.path), setting=setting, found=shown, wanted=wanted
        )


def _one_of(choices: tuple[str, ...]) -> Trouble:
    """ "std, pro or 4K", in the language of whoever reads it."""
    *others, last = choices
    return Trouble("project.one-of", {"others": ", ".join(others), "last": last})
