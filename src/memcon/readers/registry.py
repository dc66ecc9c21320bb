"""Other readers by name: the language model, and those that installed packages add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.errors import UsageError
from memcon.plugins import find_plugins, load_plugin, naming, plugin_of
from memcon.readers.other import OtherReader

if TYPE_CHECKING:
    from memcon.readers.llm import LlmReader
    from memcon.settings import Settings

OWN_NAMES = ("memcon", "llm")
"""The program's own reading, which is always made, and the language model."""


def names_of_others() -> tuple[str, ...]:
    """What `--reader` may be told; no package is loaded for it."""
    return tuple(dict.fromkeys(("llm", *(plugin.name for plugin in find_plugins("readers")))))


def make_other(name: str, settings: Settings) -> OtherReader:
    """The reader of that name. Raises `UsageError` for a name that nobody has and for a model that is not told of, `PluginError`, which names the package, for a plugin that fails."""
    if name == "llm":
        return make_llm(settings)
    known = [plugin.name for plugin in find_plugins("readers")]
    if name not in known:
        raise UsageError(f"there is no reader {name!r}", hint=f"there are {', '.join(('llm', *known))}")
    return make_plugin(name)


def make_plugin(name: str) -> OtherReader:
    """The reader that a package adds under that name. Raises `PluginError`, which names the package, for one that fails."""
    made, plugin = load_plugin("readers", name, own=OWN_NAMES), plugin_of("readers", name)
    with naming(plugin):
        reader = made()
        if not isinstance(reader, OtherReader) or reader.name != name:
            raise TypeError(f"it gives no reader called {name!r}, with a fingerprint and read()")
    return reader


def make_llm(settings: Settings) -> LlmReader:
    """The reader that is the language model of the settings. Raises `UsageError` where they name none."""
    from memcon.endpoint import Endpoint, Kept
    from memcon.readers.llm import LlmReader

    if not settings.llm_address or not settings.llm_model:
        lacking = [name for name in ("llm_address", "llm_model") if not getattr(settings, name)]
        raise UsageError(
            "no language model is named",
            hint=f"set {' and '.join(lacking)}, in the environment {' and '.join(f'MEMCON_{n.upper()}' for n in lacking)}",
        )
    endpoint = Endpoint(
        address=settings.llm_address,
        model=settings.llm_model,
        key=settings.llm_key.get_secret_value() if settings.llm_key else None,
        timeout=settings.llm_timeout,
        retries=settings.llm_retries,
        form=settings.llm_form,
    )
    return LlmReader(
        endpoint,
        Kept(settings.llm_answers),
        parallel=settings.llm_parallel,
        price_in=settings.llm_price_in,
        price_out=settings.llm_price_out,
    )


__all__ = ["OWN_NAMES", "make_llm", "make_other", "make_plugin", "names_of_others"]
