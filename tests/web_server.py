"""A web for tests: a server on the loopback, names that resolve as a test says, and wires that lead to that server alone."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import httpcore2

PUBLIC = "93.184.215.14"
OTHER_PUBLIC = "151.101.1.69"

Send = Callable[[bytes], None]


@dataclass(kw_only=True)
class Asked:
    """One request as the server saw it."""

    host: str
    path: str
    headers: Mapping[str, str]
    pass_time: Callable[[float], None]
    """Lets seconds go by on the server's clock, which a client may go by."""


Answer = bytes | Callable[[Asked, Send], None]
"""The bytes of a whole answer, or what sends them piece by piece."""


def answer(
    body: bytes | str = b"",
    *,
    status: int = 200,
    kind: str = "text/html; charset=utf-8",
    length: int | None = None,
    **headers: str,
) -> bytes:
    """An answer with its head; `length` where it is to say another one than it has."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {len(data) if length is None else length}"]
    if kind:
        lines.append(f"Content-Type: {kind}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode() + data


@dataclass
class Server:
    """Answers by host and path, whatever a test put in `pages`; `asked` is every request for one of them."""

    port: int
    pages: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    now: float = 0.0

    def clock(self) -> float:
        return self.now

    def pass_time(self, seconds: float) -> None:
        self.now += seconds

    def at(self, request: Asked) -> Answer:
        """A list is gone through, and its last answer stays."""
        with self.lock:
            found = self.pages.get(f"{request.host}{request.path}", self.pages.get(request.path))
            if found is None:
                return answer("nothing", status=404)
            self.asked.append(request)
            if isinstance(found, list):
                return found.pop(0) if len(found) > 1 else found[0]
            return found

    def paths(self) -> list[str]:
        return [request.path for request in self.asked]


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Server]:
    """The server, as long as the block lasts; with a `certificate` one that speaks TLS."""
    security = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) if certificate else None
    if security and certificate:
        security.load_cert_chain(certificate)
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(port=listening.getsockname()[1])

    def accept() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=serve, args=(connection, server, security), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


def serve(connection: socket.socket, server: Server, security: ssl.SSLContext | None) -> None:
    """One request and its answer."""
    with suppress(OSError), connection:
        if security is None:
            reply(connection, server)
            return
        with security.wrap_socket(connection, server_side=True) as secured:
            reply(secured, server)


def reply(connection: socket.socket, server: Server) -> None:
    head = b""
    while b"\r\n\r\n" not in head:
        got = connection.recv(65_536)
        if not got:
            return
        head += got
    first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    host = headers.get("host", "").partition(":")[0]
    request = Asked(host=host, path=first.split(" ")[1], headers=headers, pass_time=server.pass_time)
    found = server.at(request)
    if callable(found):
        found(request, connection.sendall)
    else:
        connection.sendall(found)


class Wires(httpcore2.NetworkBackend):
    """Leads each public address to the server, and every other nowhere; `connected` is every address that was connected to."""

    def __init__(self, port: int, reached: Sequence[str] = (PUBLIC, OTHER_PUBLIC)) -> None:
        self._port = port
        self._reached = reached
        self.connected: list[str] = []

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore2.NetworkStream:
        self.connected.append(host)
        if host not in self._reached:
            raise httpcore2.ConnectError(f"no way to {host}")
        return Seeming(httpcore2.SyncBackend().connect_tcp("127.0.0.1", self._port, timeout), host)


class Seeming(httpcore2.NetworkStream):
    """A connection to the server that seems to be one to `host`."""

    def __init__(self, stream: httpcore2.NetworkStream, host: str) -> None:
        self._stream = stream
        self._host = host

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return Seeming(self._stream.start_tls(ssl_context, server_hostname, timeout), self._host)

    def get_extra_info(self, info: str) -> Any:
        return (self._host, 80) if info == "server_addr" else self._stream.get_extra_info(info)


class Names:
    """A resolver: `table` has the addresses of each name, or a list of them for one time after the other; `asked` is every question."""

    def __init__(self, table: Mapping[str, Sequence[str] | Sequence[Sequence[str]]]) -> None:
        self._table = {name: list(found) for name, found in table.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int, seconds: float) -> Sequence[str]:
        self.asked.append(host)
        with suppress(ValueError):
            return [str(ip_address(host))]
        found = self._table.get(host)
        if found is None:
            raise OSError("no such name")
        if found and not isinstance(found[0], str):
            return found.pop(0) if len(found) > 1 else found[0]
        return [str(each) for each in found]
