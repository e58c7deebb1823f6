"""What a user may set: by option, else by environment variable DRAGOMAN_…, else the default."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

DATA = Path(__file__).parent / "data"


class Settings(BaseSettings):
    """Settings of one run. Every field is documented in docs/settings.md; a test holds the two together."""

    model_config = SettingsConfigDict(env_prefix="DRAGOMAN_", frozen=True, extra="ignore")

    archive: Path = Path("dragoman-archive")
    language: str = "en"
    parser: str = "dragoman"
    batch: int = 32
