"""What a user may set: by option, else by environment variable DRAGOMAN_…, else the default."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from dragoman.errors import BadSetting

DATA = Path(__file__).parent / "data"


class Settings(BaseSettings):
    """Settings of one run. Every field is documented in docs/settings.md; a test holds the two together."""

    model_config = SettingsConfigDict(env_prefix="DRAGOMAN_", frozen=True, extra="ignore")

    archive: Path = Path("dragoman-archive")
    language: str = "en"
    parser: str = "dragoman"
    codebook: Path | None = None
    batch: Annotated[int, Field(ge=1)] = 32


def load_settings(**options: Any) -> Settings:
    """The settings of this run; an option that is None was not given. Raises BadSetting, naming what cannot be used."""
    try:
        return Settings(**{name: value for name, value in options.items() if value is not None})
    except ValidationError as error:
        problems = (f"{'.'.join(map(str, e['loc']))}: {e['msg']}, got {e['input']!r}" for e in error.errors())
        raise BadSetting(f"setting {'; '.join(problems)} (option, or environment variable DRAGOMAN_…)") from error
