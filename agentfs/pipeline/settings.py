"""What `config.toml` in the state folder says of locks.  Read when the coordinator starts."""

from __future__ import annotations

import enum
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from agentfs.model.errors import AgentfsError

_SECTION: Final = "locks"

E = TypeVar("E", bound=enum.Enum)


class BadSetting(AgentfsError):
    """The user's: a setting that has no such value."""

    code = "bad-setting"


class OnViolation(enum.Enum):
    """What becomes of a write to what another holds that only a close can find."""

    HOLD = "hold"
    """It stays in the writer's view, and is published when the lock is gone."""
    REVERT = "revert"
    """The accepted version is put back; the content is kept aside."""


class AutoLease(enum.Enum):
    """What a save does for who saves the same symbol soon after."""

    OFF = "off"
    ADVISE = "advise"
    """The second one is told."""
    ENFORCE = "enforce"
    """The second one is refused, as if the first had locked it."""


@dataclass(frozen=True)
class LockSettings:
    on_violation: OnViolation = OnViolation.HOLD
    autolease: AutoLease = AutoLease.ADVISE


DEFAULTS: Final = LockSettings()


def read_settings(path: Path) -> LockSettings:
    """Defaults for what is not there.  Raises BadSetting."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8")).get(_SECTION, {})
    except FileNotFoundError:
        return LockSettings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSetting(f"{path} cannot be read: {error}") from error
    return LockSettings(
        _one_of(OnViolation, found, "on_violation", OnViolation.HOLD, path),
        _one_of(AutoLease, found, "autolease", AutoLease.ADVISE, path),
    )


def _one_of(kind: type[E], found: dict[str, Any], name: str, otherwise: E, path: Path) -> E:
    try:
        return kind(found.get(name, otherwise.value))
    except ValueError:
        allowed = ", ".join(each.value for each in kind)
        raise BadSetting(
            f"{path}: {_SECTION}.{name} cannot be {found[name]!r}", hint=f"it is one of {allowed}"
        ) from None
