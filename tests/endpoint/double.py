"""An endpoint on this machine that answers as chat completions do, with the replies that a test prepares."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer of the server: its status, headers and body; a body that is an iterator is sent piece by piece. `length` is what it says of its length."""

    body: bytes | Iterator[bytes] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None


def completion(content: object, *, reason: str = "stop", tokens: tuple[int, int] = (100, 20)) -> Reply:
    """What an endpoint says when its model wrote `content` (a text, or a value as JSON)."""
    text = content if isinstance(content, str) else json.dumps(content)
    told = {
        "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": reason}],
        "usage": {"prompt_tokens": tokens[0], "completion_tokens": tokens[1], "total_tokens": sum(tokens)},
    }
    return Reply(body=json.dumps(told).encode())


@dataclass
class Model:
    """The server: `answer` makes a reply of each request's body; `requests` are all that came, `keys` how each was signed."""

    answer: Callable[[Mapping[str, Any]], Reply] = lambda body: completion({})
    address: str = ""
    requests: list[Mapping[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def replies(self, *replies: Reply) -> None:
        """One after the other; the last one again and again."""
        waiting = list(replies)
        self.answer = lambda body: waiting.pop(0) if len(waiting) > 1 else waiting[0]


@contextmanager
def serving(model: Model) -> Iterator[Model]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            model.requests.append(body)
            model.keys.append(self.headers["Authorization"])
            model.paths.append(self.path)
            reply = model.answer(body)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if isinstance(reply.body, bytes):
                self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
            self.end_headers()
            try:
                for some in [reply.body] if isinstance(reply.body, bytes) else reply.body:
                    self.wfile.write(some)
                    self.wfile.flush()
            except OSError:
                return  # whoever asked has gone

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    model.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
