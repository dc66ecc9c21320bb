"""Who is let in, from where, and how much; and what browsers are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from memcon.errors import UsageError
from memcon.ingest import Reader
from memcon.serve import guard
from memcon.serve.guard import Guard, RefusedError, host_name
from memcon.serve.serving import Serving
from tests.serve.conftest import TOKEN, connect_to

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def locked(ledger: Path, reader: Reader) -> Iterator[TestClient]:
    """A client of a server that asks for a token."""
    with connect_to(ledger, reader, host="0.0.0.0", names=("desk.example.org",), token=TOKEN) as found:
        yield found


def test_a_browser_is_told_to_run_and_load_only_what_is_ours(client: TestClient) -> None:
    """On pages, data, files and refusals."""
    for path in ("/", "/index.json", "/static/memcon.css", "/nothing"):
        told = client.get(path).headers
        assert "default-src 'none'" in told["content-security-policy"]
        assert "unsafe" not in told["content-security-policy"]
        assert (told["x-content-type-options"], told["referrer-policy"]) == ("nosniff", "same-origin")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::2]:8765"])
def test_only_its_own_names_are_answered(client: TestClient, host: str) -> None:
    """A name of somebody else's that leads here gets nothing of the ledger."""
    refused = client.get("/timeline.json", headers={"host": host})

    assert refused.status_code == 421
    assert refused.json()["status"] == 421


def test_a_host_is_known_with_and_without_port() -> None:
    """And in square brackets."""
    assert [host_name(h) for h in ("Localhost:80", "127.0.0.1", "[::1]:8765", "a.b:1")] == [
        "localhost",
        "127.0.0.1",
        "::1",
        "a.b",
    ]


def test_an_open_address_needs_a_token_that_can_be_used() -> None:
    """One with a space, a short one or none is refused before anything listens."""
    for token in (None, "short", "a token with spaces in it", "täken-with-umlaut-in-it"):
        with pytest.raises(UsageError):
            Serving(host="0.0.0.0", token=token)
    assert Serving(host="::1").token is None
    assert "0.0.0.0" not in Serving(host="0.0.0.0", token=TOKEN).hosts


def test_without_the_token_nothing_is_shown(locked: TestClient) -> None:
    """People are sent to sign in, programs told."""
    page = locked.get("/timeline", follow_redirects=False)
    data = locked.get("/timeline.json")
    wrong = locked.get("/timeline.json", headers={"authorization": f"Bearer {TOKEN[:-1]}x"})

    assert (page.status_code, page.headers["location"]) == (303, "/sign-in")
    assert (data.status_code, wrong.status_code, data.headers["www-authenticate"]) == (401, 401, "Bearer")
    assert locked.get("/healthz").json()["status"] == "ok"


def test_programs_bear_the_token_and_people_give_it_once(locked: TestClient) -> None:
    """The cookie is not the token, and ends with signing out."""
    assert locked.get("/timeline.json", headers={"authorization": f"bearer {TOKEN}"}).status_code == 200
    form = {"form_token": token_of(locked, "/sign-in")}
    assert locked.post("/sign-in", data={**form, "token": "wrong"}).status_code == 403
    signed = locked.post("/sign-in", data={**form, "token": f" {TOKEN} "})
    assert (signed.status_code, signed.url.path) == (200, "/")
    assert TOKEN not in str(dict(locked.cookies))
    assert locked.get("/timeline").status_code == 200
    assert locked.get("/sign-out").url.path == "/sign-in"
    assert locked.get("/timeline.json").status_code == 401


def test_a_form_of_another_page_is_refused(locked: TestClient) -> None:
    """By its origin, and by the token that it lacks."""
    form = {"form_token": token_of(locked, "/sign-in"), "token": TOKEN}
    for headers in (
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"referer": "https://evil.example/127.0.0.1:8765"},
    ):
        assert locked.post("/sign-in", data=form, headers=headers).status_code == 403
    assert locked.post("/sign-in", data={"token": TOKEN}).status_code == 403
    assert locked.post("/sign-in", content=b"\xff\xfe", headers={"content-type": "text/plain"}).status_code == 400
    assert locked.post("/sign-in", content=b"a=1&" * 100).status_code == 400


def test_what_is_too_much_is_refused(client: TestClient) -> None:
    """A body, a query and an address, each above its limit."""
    long = b"x" * (guard.LARGEST_BODY + 1)

    assert client.post("/sign-in", content=long).status_code == 413
    assert client.post("/sign-in", content=iter([long])).status_code == 413
    assert client.get("/timeline?actor=" + "a" * guard.LONGEST_QUERY).status_code == 414
    assert client.get("/timeline?actor=" + "a" * 400).status_code == 400


def test_requests_are_let_through_at_a_rate() -> None:
    """A burst, then so many a second, each client by itself."""
    watch = Guard(app=None, serving=Serving(burst=5, per_second=0.001), refuse=lambda *_: None)  # type: ignore[arg-type]
    for _ in range(5):
        watch._check_rate("one")

    with pytest.raises(RefusedError, match="too many requests"):
        watch._check_rate("one")
    watch._check_rate("other")


def test_the_method_decides(client: TestClient) -> None:
    """A page is read, not written."""
    assert client.post("/timeline").status_code == 405
    assert client.delete("/timeline.json").status_code == 405


def token_of(client: TestClient, path: str) -> str:
    """The token that a form of a page bears."""
    return client.get(path).text.partition('name="form_token" value="')[2].partition('"')[0]
