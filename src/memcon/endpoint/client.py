"""One request to an endpoint: bounded in time and size, tried again where that may help, and without following it anywhere."""

from __future__ import annotations

import ipaddress
import json
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from memcon.endpoint.answers import Answer
from memcon.errors import UsageError

if TYPE_CHECKING:
    import ssl

Form = Literal["json_schema", "json_object", "text"]
"""How an endpoint is told of the form of the answer: by a schema that it enforces, as some JSON, or in words alone."""

MOST_BYTES = 4_000_000
"""Bytes of an answer with all that is around it."""

_TRY_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_ABOUT_US = frozenset({401, 402, 403, 404, 405, 407})
"""Answers that mean the address, the key or the account: no document would have a better one."""

_LONGEST_WAIT = 60.0
_MOST_LATE = 2
"""How often one question may run out of time: each costs all of it."""
_SHOWN = 200


class AskError(Exception):
    """There is no answer about this document, for the reason in the message. `requests` were made."""

    def __init__(self, message: str, *, requests: int) -> None:
        super().__init__(message)
        self.requests = requests


class Endpoint:
    """An address that speaks chat completions, with the `model` that is asked there. `timeout` (seconds) is for one request from first to last byte; one that fails
    for a reason that may pass is tried `retries` times more (one that ran out of time once), after 1, 2, 4 … seconds or as long as the endpoint says, a minute at most.

    Proxies, netrc files and other settings of the environment are not used, and redirects not followed: the key goes to this address alone.
    """

    def __init__(
        self,
        *,
        address: str,
        model: str,
        key: str | None = None,
        timeout: float = 120.0,
        retries: int = 3,
        form: Form = "json_schema",
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        import httpx2

        self.address = checked_address(address, has_key=key is not None)
        if key and not (key.isascii() and key.isprintable() and " " not in key):
            raise UsageError(
                "llm_key is no key: it has characters in it that none has",
                hint="copy it again, without quotation marks",
            )
        self.model = model
        self.form = form
        self._key = key
        self._timeout = timeout
        self._retries = retries
        self._sleep = sleep
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._client = httpx2.Client(
            headers=headers, timeout=timeout, trust_env=False, follow_redirects=False, verify=_trusted()
        )

    def close(self) -> None:
        self._client.close()

    def asked(self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, Any]) -> dict[str, Any]:
        """The body of the request: all that an answer hangs on."""
        body: dict[str, Any] = {"model": self.model, "messages": list(messages), "temperature": 0}
        if self.form == "json_schema":
            named = {"name": "reading", "strict": True, "schema": dict(schema)}
            body["response_format"] = {"type": "json_schema", "json_schema": named}
        elif self.form == "json_object":
            body["response_format"] = {"type": "json_object"}
        return body

    def ask(self, body: Mapping[str, Any]) -> Answer:
        """The answer to a body that `asked` made. Raises `AskError` where there is none, `UsageError` where the endpoint does not know the address, the key or the model."""
        import httpx2

        failure, late = "", 0
        for attempt in range(self._retries + 1):
            wait = float(2**attempt)
            try:
                status, headers, data = self._post(body)
            except _TooLateError:
                failure, late = f"no whole answer within {self._timeout:g} s", late + 1
                if late == _MOST_LATE:
                    raise AskError(f"{failure} ({_asked(attempt + 1)})", requests=attempt + 1) from None
            except _TooLongError:
                raise AskError(f"the answer is longer than {MOST_BYTES:,} bytes", requests=attempt + 1) from None
            except httpx2.TransportError as error:
                failure = f"{type(error).__name__}: {self._told(str(error))}"
            else:
                if status == 200:
                    return self._answer(data, attempt + 1)
                failure = f"the endpoint answers {status}: {self._told(_message_of(data))}"
                self._refuse(status, failure)
                if status not in _TRY_AGAIN:
                    raise AskError(failure, requests=attempt + 1)
                wait = _asked_to_wait(headers.get("retry-after"), wait)
            if attempt < self._retries:
                self._sleep(min(wait, _LONGEST_WAIT))
        raise AskError(f"{failure} ({_asked(self._retries + 1)})", requests=self._retries + 1)

    def _refuse(self, status: int, failure: str) -> None:
        if status in _ABOUT_US or 300 <= status < 400:
            raise UsageError(failure, hint="see llm_address, llm_model and llm_key of your settings (memcon doctor)")

    def _post(self, body: Mapping[str, Any]) -> tuple[int, Mapping[str, str], bytes]:
        import httpx2

        last = time.monotonic() + self._timeout
        data = bytearray()
        try:
            with self._client.stream("POST", f"{self.address}/chat/completions", json=body) as response:
                for some in response.iter_bytes():
                    data += some
                    if len(data) > MOST_BYTES:
                        raise _TooLongError
                    if time.monotonic() > last:
                        raise _TooLateError
                return response.status_code, response.headers, bytes(data)
        except httpx2.TimeoutException:
            raise _TooLateError from None

    def _answer(self, data: bytes, requests: int) -> Answer:
        try:
            found = json.loads(data)
            choice = found["choices"][0]
            content, refusal = choice["message"].get("content"), choice["message"].get("refusal")
            reason = choice.get("finish_reason")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise AskError(f"not an answer of chat completions: {self._told(_text(data))}", requests=requests) from None
        if not isinstance(content, str) or not content:
            told = f"refuses: {refusal}" if isinstance(refusal, str) else f"says nothing ({reason})"
            raise AskError(f"the model {self._told(told)}", requests=requests)
        usage = found.get("usage")
        return Answer(
            content=content,
            is_whole=reason != "length",
            tokens_in=_count(usage, "prompt_tokens"),
            tokens_out=_count(usage, "completion_tokens"),
            requests=requests,
        )

    def _told(self, words: str) -> str:
        """What an endpoint says, shortened and without the key, which some repeat."""
        words = words.replace(self._key, "…") if self._key else words
        return " ".join(words.split())[:_SHOWN]


class _TooLateError(Exception):
    """The time of one request is over."""


class _TooLongError(Exception):
    """The answer has no end."""


@cache
def _trusted() -> ssl.SSLContext:
    """Whom this machine trusts. It takes a while to load."""
    import httpx2

    return httpx2.create_ssl_context(trust_env=False)


def checked_address(address: str, *, has_key: bool) -> str:
    """The address without its last slash. Raises `UsageError` for one that can't be asked, that has a name and password in it, or to which a key would travel
    in the clear over the net."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(
            f"{address!r} is no address of an endpoint",
            hint='llm_address is like "https://host/v1" or "http://localhost:8080/v1"',
        )
    if parts.username or parts.password:
        raise UsageError("the address of the endpoint has a name or a password in it", hint="set llm_key instead")
    if parts.scheme == "http" and has_key and not _is_near(parts.hostname):
        raise UsageError(f"the key would travel to {parts.hostname} unencrypted", hint="use https, or set no llm_key")
    return address.rstrip("/")


def _is_near(host: str) -> bool:
    """Whether a host is this machine or of a private net, as far as its name tells."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".internal", ".lan", ".localhost"))


def _asked_to_wait(told: str | None, otherwise: float) -> float:
    try:
        return max(0.0, float(told)) if told else otherwise
    except ValueError:
        return otherwise


def _message_of(data: bytes) -> str:
    try:
        found = json.loads(data)
        told = found.get("error", found)
        return str(told.get("message", told) if isinstance(told, dict) else told)
    except (ValueError, AttributeError, RecursionError):
        return _text(data)


def _text(data: bytes) -> str:
    return data[: 4 * _SHOWN].decode("utf-8", "replace")


def _count(usage: object, name: str) -> int:
    found = usage.get(name) if isinstance(usage, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else 0


def _asked(times: int) -> str:
    return "asked once" if times == 1 else f"asked {times} times"
