"""What the user sets once: from a TOML file and the environment, read at the edge only.

The file is `config.toml` in the user's configuration folder, or the one that MEMCON_CONFIG names. Environment variables
(`MEMCON_LEDGER`, `MEMCON_PACKS` …) go before the file. Importing this module costs a quarter of a second: commands do so when they run.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any, Literal

import platformdirs
from pydantic import Field, NonNegativeFloat, PositiveFloat, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from memcon.errors import UsageError


class Settings(BaseSettings):
    """The settings in force. The field names are those of the file; in the environment they are upper case after `MEMCON_`.

    `ledger` is a path or database URL. `packs` are names of knowledge packs (with commas between them in the environment), `pack_folders`
    folders that hold more (separated as in PATH). `spacy_model` is an English spaCy pipeline, None for the one that memcon depends on.
    `attribution` says how statements are found: by the learned model or by rules alone; `events` likewise which events are
    worth a record, and `plover` how acts are coded ("off": not at all). `contact` is an address, of mail or on the web, that servers are told with each request for a
    page, and `pace` the seconds between two requests to one of them.

    `llm_*` are of the reader that is a language model: `address` of an endpoint that speaks chat completions ("https://host/v1"), `model` as it is called there, `key`;
    `form` how the endpoint is told of the form of the answer, `timeout` of a request in seconds, `retries` after a failure that may pass, `parallel` requests at once, `answers` the
    folder that keeps them ("off": none is kept), and what a million tokens cost, in and out.
    """

    model_config = SettingsConfigDict(env_prefix="MEMCON_", frozen=True, extra="forbid", env_ignore_empty=True)

    ledger: str = Field(default_factory=lambda: str(platformdirs.user_data_path("memcon") / "ledger.db"))
    packs: Annotated[tuple[str, ...], NoDecode] = ("world", "korea")
    pack_folders: Annotated[tuple[Path, ...], NoDecode] = ()
    spacy_model: str | None = None
    attribution: Literal["learned", "rules"] = "learned"
    events: Literal["learned", "rules"] = "learned"
    plover: Literal["learned", "rules", "off"] = "rules"
    contact: str | None = None
    pace: float = Field(default=1.0, ge=0, le=3600)
    llm_address: str | None = None
    llm_model: str | None = None
    llm_key: SecretStr | None = None
    llm_form: Literal["json_schema", "json_object", "text"] = "json_schema"
    llm_timeout: PositiveFloat = 120.0
    llm_retries: int = Field(default=3, ge=0, le=20)
    llm_parallel: int = Field(default=4, ge=1, le=64)
    llm_answers: Path | None = Field(default_factory=lambda: platformdirs.user_cache_path("memcon") / "answers")
    llm_price_in: NonNegativeFloat | None = None
    llm_price_out: NonNegativeFloat | None = None

    @field_validator("packs", mode="before")
    @classmethod
    def _split_packs(cls, value: Any) -> Any:
        return tuple(filter(None, (name.strip() for name in value.split(",")))) if isinstance(value, str) else value

    @field_validator("pack_folders", mode="before")
    @classmethod
    def _split_folders(cls, value: Any) -> Any:
        return tuple(filter(None, value.split(os.pathsep))) if isinstance(value, str) else value

    @field_validator("llm_answers", mode="before")
    @classmethod
    def _no_folder(cls, value: Any) -> Any:
        return None if value in ("", "off") else value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What the caller gives goes before the environment, and that before the file."""
        return (init_settings, env_settings, TomlConfigSettingsSource(settings_cls, toml_file=config_file()))


def load_settings(**given: Any) -> Settings:
    """The settings of this user and environment; `given` go before both. Raises `UsageError` for a file or value that can't be used."""
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise UsageError(
            f"the setting {name!r}: {first['msg']}", hint=f"see {config_file()} and the environment"
        ) from error
    except (ValueError, OSError) as error:
        raise UsageError(f"can't read {config_file()}: {error}", hint="it must be a TOML file") from error


def config_file() -> Path:
    """Where the settings file is, whether it exists or not."""
    named = os.environ.get("MEMCON_CONFIG")
    return Path(named).expanduser() if named else platformdirs.user_config_path("memcon") / "config.toml"
