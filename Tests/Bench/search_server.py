"""A web server on the loopback that keeps account: each answer's bytes on the wire and its times.

It does what a plain static host does: HTTP/1.1 with connections kept, texts gzipped (level 9) for
those that accept it, content-named files immutable, the two stable names of the search revalidated.
Folders are mounted below paths; pages of the bench itself are held in memory and not counted. An
answer can be delayed, as over a distance: what waits for what is seen only then.
"""
import gzip
import hashlib
import http.server
import pathlib
import posixpath
import threading
import time
import urllib.parse
from dataclasses import dataclass

TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8", ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml", ".wasm": "application/wasm", ".png": "image/png",
}
COMPRESSED = {".html", ".css", ".js", ".json", ".svg"}
OWN = "/.bench/"  # pages and scripts of the bench


@dataclass
class Answer:
    path: str
    status: int
    bytes: int  # headers and body
    start: float  # seconds of time.monotonic(): the request has been read
    end: float = 0.0  # the answer has been written


class Server:
    """Serves from the moment it is made; `close` ends it."""

    def __init__(self, mounts, revalidated):
        self.mounts = sorted(mounts.items(), key=lambda mount: -len(mount[0]))
        self.revalidated = revalidated  # paths of files that keep their names
        self.own = {}  # path -> (bytes, extra headers)
        self.delay = 0.0  # seconds before each answer
        self.answers = []
        self.busy = 0
        self.lock = threading.Lock()
        self.files = {}
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.http.account = self
        self.port = self.http.server_address[1]
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def close(self):
        self.http.shutdown()
        self.http.server_close()

    def take(self):
        """The answers since the last call, once nothing is under way any more."""
        quiet = 0
        while quiet < 3:
            time.sleep(0.01)
            quiet = quiet + 1 if self.busy == 0 else 0
        with self.lock:
            taken, self.answers = self.answers, []
        return taken

    def find(self, path):
        """The bytes, gzipped bytes or None, type and tag of what a path names; None for nothing."""
        if path in self.files:
            return self.files[path]
        found = None
        for prefix, folder in self.mounts:
            if not path.startswith(prefix):
                continue
            clean = posixpath.normpath("/" + path[len(prefix):]).lstrip("/")
            file = pathlib.Path(folder) / clean
            if path.endswith("/") and file.is_dir():
                file = file / "index.html"
            if file.is_file():
                content = file.read_bytes()
                packed = gzip.compress(content, 9, mtime=0) if file.suffix in COMPRESSED else None
                kind = TYPES.get(file.suffix, "application/octet-stream")
                found = (content, packed, kind, hashlib.sha256(content).hexdigest()[:16])
                break
        with self.lock:
            self.files[path] = found
        return found


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body leave in one piece, without waiting for more.
    disable_nagle_algorithm = True

    def do_GET(self):
        account = self.server.account
        path = urllib.parse.unquote(self.path.split("?")[0])
        if path.startswith(OWN):
            content, headers = account.own.get(path, (b"", {}))
            self.reply(200 if content else 404, {"Cache-Control": "no-store", **headers}, content)
            return
        answer = Answer(path, 200, 0, time.monotonic())
        with account.lock:
            account.busy += 1
            account.answers.append(answer)
        try:
            status, headers, body = self.choose(account, path)
            head = self.head(status, headers, len(body))
            answer.status, answer.bytes = status, len(head) + len(body)
            if account.delay:
                time.sleep(account.delay)
            self.wfile.write(head + body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the reader did not want it any more
        finally:
            answer.end = time.monotonic()
            with account.lock:
                account.busy -= 1

    def choose(self, account, path):
        found = account.find(path)
        if not found:
            return 404, {"Content-Type": "text/plain"}, b"There is no such file.\n"
        content, packed, kind, tag = found
        headers = {"Content-Type": kind, "ETag": f'"{tag}"'}
        stable = path in account.revalidated
        headers["Cache-Control"] = "no-cache" if stable else "public, max-age=31536000, immutable"
        if f'"{tag}"' in self.headers.get("If-None-Match", ""):
            return 304, headers, b""
        if packed is None:
            return 200, headers, content
        headers["Vary"] = "Accept-Encoding"
        if "gzip" not in self.headers.get("Accept-Encoding", ""):
            return 200, headers, content
        headers["Content-Encoding"] = "gzip"
        return 200, headers, packed

    def head(self, status, headers, length):
        lines = [f"HTTP/1.1 {status} {self.responses[status][0]}"]
        lines.append(f"Date: {self.date_time_string()}")
        lines += [f"{name}: {value}" for name, value in headers.items()]
        if status != 304:
            lines.append(f"Content-Length: {length}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def reply(self, status, headers, body):
        self.wfile.write(self.head(status, headers, len(body)) + body)

    def log_message(self, *_):
        pass  # the account is what is kept


def steps(spans):
    """How many of these (start, end) come one after another at most: the depth of what waits."""
    depth = []
    spans = sorted(spans)
    for index, (start, _) in enumerate(spans):
        before = [depth[other] for other in range(index) if spans[other][1] <= start]
        depth.append(1 + max(before, default=0))
    return max(depth, default=0)
