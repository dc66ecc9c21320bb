"""Asking an endpoint: good answers, those that may be better a second time, those that have no end, and what must not leave this machine."""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from memcon.endpoint import AskError, Endpoint, checked_address
from memcon.endpoint.client import MOST_BYTES
from memcon.errors import UsageError
from tests.endpoint.double import Model, Reply, completion, serving

MESSAGES = [{"role": "user", "content": "read"}]
SCHEMA: dict[str, Any] = {"type": "object"}


@pytest.fixture
def model() -> Iterator[Model]:
    with serving(Model()) as served:
        yield served


def asking(model: Model, **given: Any) -> tuple[Endpoint, list[float]]:
    """An endpoint that notes how long it would wait, and does not."""
    waited: list[float] = []
    return Endpoint(address=model.address, model="tiny", sleep=waited.append, **given), waited


def ask(model: Model, **given: Any) -> Any:
    endpoint, _ = asking(model, **given)
    return endpoint.ask(endpoint.asked(MESSAGES, SCHEMA))


def test_answer_with_its_tokens(model: Model) -> None:
    """The content, what it cost, and that one request was made, to the path of chat completions, signed with the key."""
    model.replies(completion({"events": []}, tokens=(1200, 34)))
    answer = ask(model, key="sk-1")

    assert (answer.value, answer.is_whole, answer.tokens_in, answer.tokens_out, answer.requests) == (
        {"events": []}, True, 1200, 34, 1
    )  # fmt: skip
    assert (model.paths, model.keys) == (["/v1/chat/completions"], ["Bearer sk-1"])


@pytest.mark.parametrize(
    ("form", "asked"),
    [
        ("json_schema", {"type": "json_schema", "json_schema": {"name": "reading", "strict": True, "schema": SCHEMA}}),
        ("json_object", {"type": "json_object"}),
        ("text", None),
    ],
)
def test_form_of_the_answer_is_asked_for(model: Model, form: Any, asked: object) -> None:
    """By a schema, as some JSON, or in words alone."""
    ask(model, form=form)

    assert model.requests[0].get("response_format") == asked
    assert (model.requests[0]["model"], model.requests[0]["temperature"]) == ("tiny", 0)


def test_failures_that_may_pass_are_tried_again(model: Model) -> None:
    """An overloaded endpoint is asked again, after 1 and 2 seconds, or as long as it says, a minute at most."""
    model.replies(
        Reply(status=503),
        Reply(status=429, headers={"Retry-After": "7"}),
        Reply(status=429, headers={"Retry-After": "9999"}),
        completion({}),
    )
    endpoint, waited = asking(model, retries=3)

    assert endpoint.ask(endpoint.asked(MESSAGES, SCHEMA)).requests == 4
    assert waited == [1.0, 7.0, 60.0]


def test_retries_end(model: Model) -> None:
    """After the last try the error says what the endpoint said, and how often it was asked."""
    model.replies(Reply(status=500, body=b'{"error": {"message": "out\\nof memory"}}'))
    with pytest.raises(AskError, match=r"answers 500: out of memory \(asked 3 times\)") as told:
        ask(model, retries=2)

    assert told.value.requests == len(model.requests) == 3


@pytest.mark.parametrize("status", [401, 403, 404, 307])
def test_wrong_key_or_address_stops_all(model: Model, status: int) -> None:
    """Nobody's document would fare better: it is the user's to mend, and is not tried again; a redirect is not followed."""
    model.replies(Reply(status=status, headers={"Location": "/elsewhere"}, body=b'{"error": "no"}'))
    with pytest.raises(UsageError, match=f"answers {status}"):
        ask(model)

    assert model.paths == ["/v1/chat/completions"]


def test_refused_document_is_not_tried_again(model: Model) -> None:
    """A text that is too long for the model costs that document."""
    model.replies(Reply(status=400, body=b'{"error": {"message": "context length exceeded"}}'))
    with pytest.raises(AskError, match="context length exceeded"):
        ask(model)

    assert len(model.requests) == 1


def test_key_is_never_told(model: Model) -> None:
    """Some endpoints repeat the key in what they say of it."""
    model.replies(Reply(status=401, body=b'{"error": {"message": "wrong key sk-secret-9"}}'))
    with pytest.raises(UsageError) as told:
        ask(model, key="sk-secret-9")

    assert "sk-secret-9" not in f"{told.value} {told.value.hint}"


def test_body_without_end_is_bounded(model: Model) -> None:
    """No more than the limit is read, whatever comes."""
    model.replies(Reply(body=itertools.repeat(b"x" * 65536)))
    with pytest.raises(AskError, match="longer than 4,000,000 bytes"):
        ask(model)

    assert MOST_BYTES == 4_000_000


def test_slow_body_is_bounded(model: Model) -> None:
    """One that drips, so that no single read takes long, ends when the time of a request is over."""
    gone = threading.Event()

    def drip() -> Iterator[bytes]:
        while not gone.wait(0.02):
            yield b" "

    model.answer = lambda body: Reply(body=drip())
    with pytest.raises(AskError, match=r"no whole answer within 0\.2 s \(asked 2 times\)"):
        ask(model, timeout=0.2, retries=5)
    gone.set()


def test_silent_endpoint_is_bounded(model: Model) -> None:
    """One that says nothing at all."""
    gone = threading.Event()
    model.answer = lambda body: Reply(body=b"" if gone.wait(5) else b"late")
    with pytest.raises(AskError, match=r"no whole answer within 0\.1 s"):
        ask(model, timeout=0.1, retries=0)
    gone.set()


def test_wrong_length_is_an_error(model: Model) -> None:
    """A body shorter than it was said to be is not taken for the whole."""
    model.replies(Reply(body=b'{"choices": []}', length=500))
    with pytest.raises(AskError, match="RemoteProtocolError"):
        ask(model, retries=0)


def test_nobody_there() -> None:
    """A port that nobody listens on."""
    endpoint = Endpoint(address="http://127.0.0.1:9/v1", model="tiny", retries=1, sleep=lambda seconds: None)
    with pytest.raises(AskError, match=r"ConnectError.*\(asked 2 times\)"):
        endpoint.ask(endpoint.asked(MESSAGES, SCHEMA))


@pytest.mark.parametrize(
    "body",
    [b"<html>", b"[]", b'{"choices": []}', b'{"choices": [{"message": "x"}]}', b"[" * 100_000, b'{"choices": [{"message": {"content": null}}]}'],
    ids=["html", "list", "empty", "text", "deep", "null"],
)  # fmt: skip
def test_what_is_no_completion_is_an_error(model: Model, body: bytes) -> None:
    """Whatever a server says that speaks something else."""
    model.replies(Reply(body=body))
    with pytest.raises(AskError):
        ask(model)


def test_refusal_is_told(model: Model) -> None:
    """A model that refuses says so in a field of its own."""
    refusal = {"choices": [{"message": {"content": None, "refusal": "I will not."}, "finish_reason": "stop"}]}
    model.replies(Reply(body=json.dumps(refusal).encode()))
    with pytest.raises(AskError, match="refuses: I will not"):
        ask(model)


def test_cut_answer_says_what_is_there(model: Model) -> None:
    """Of an answer that was cut off as much as can be read; a fence around it is left out."""
    model.replies(completion('```json\n{"events": [{"kind": "visit"}, {"ki', reason="length"))
    answer = ask(model)

    assert (answer.is_whole, answer.value) == (False, {"events": [{"kind": "visit"}, {}]})


def test_environment_names_no_proxy(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key goes to the address that was set, and nowhere else."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")

    assert ask(model, key="sk-1").value == {}


@pytest.mark.parametrize(
    ("address", "has_key"),
    [
        ("example.org/v1", False), ("ftp://example.org", False), ("http://", False), ("http://[::1/v1", False), ("http://a:b@example.org/v1", False),
        ("http://example.org/v1", True), ("http://8.8.8.8/v1", True), ("http://host:port/v1", False),
    ],
)  # fmt: skip
def test_addresses_that_are_refused(address: str, has_key: bool) -> None:
    """What is no address, has a password in it, or would send the key in the clear over the net."""
    with pytest.raises(UsageError):
        checked_address(address, has_key=has_key)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/v1/",
        "http://localhost:1234/v1",
        "http://10.0.0.7/v1",
        "http://box/v1",
        "http://[::1]:80/v1",
    ],
)
def test_addresses_that_a_key_may_go_to(address: str) -> None:
    """Encrypted ones, and those of this machine and private nets."""
    assert checked_address(address, has_key=True) == address.rstrip("/")


@pytest.mark.parametrize("key", ["sk 1", "sk-1\n", "schlüssel"])
def test_keys_that_are_none(key: str) -> None:
    """A key with characters that no header takes is told as such."""
    with pytest.raises(UsageError, match="llm_key"):
        Endpoint(address="https://example.org/v1", model="m", key=key)
