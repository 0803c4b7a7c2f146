import Foundation

// Other sites, as links meet them: a server on all addresses of the loopback, each of which is a host
// of its own. It takes down what it was asked.

final class OtherSites {
  let port: Int
  private let running: RunningProgram
  private let log: String

  init(in scratch: ScratchFolder) throws {
    try scratch.write("server/server.py", Self.script)
    let program = Program(
      words: ["python3", "server.py"], folder: scratch.at("server"))
    running = try program.start()
    log = scratch.at("server/log")
    let file = scratch.at("server/port")
    let deadline = ContinuousClock.now + .seconds(30)
    while !FileManager.default.fileExists(atPath: file) {
      guard ContinuousClock.now < deadline else {
        throw ProgramFailure(description: "the server did not start")
      }
      usleep(20_000)
    }
    port = Int(try String(contentsOfFile: file, encoding: .utf8)) ?? 0
  }

  deinit {
    running.kill()
    _ = try? running.wait()
  }

  /// `http://127.0.0.2:40001/gone`.
  func url(_ path: String, host: Int = 1) -> String { "http://127.0.0.\(host):\(port)/\(path)" }

  /// `HEAD 127.0.0.2 /gone`, in the order in which they came.
  func requests() throws -> [String] {
    guard FileManager.default.fileExists(atPath: log) else { return [] }
    return try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  private static let script = """
    import http.server, os, threading, time
    lock, busy, waiting = threading.Lock(), {}, set()
    class Site(http.server.BaseHTTPRequestHandler):
        protocol_version = 'HTTP/1.1'
        def log_message(self, *words): pass
        def answer(self, status, *headers, body=b''):
            self.send_response(status)
            for name, value in headers: self.send_header(name, value)
            self.send_header('Content-Length', str(len(body)))
            self.send_header('Connection', 'close')
            self.end_headers()
            if self.command == 'GET': self.wfile.write(body)
            self.close_connection = True
        def do_HEAD(self):
            host = self.headers['Host'].split(':')[0]
            odd = [n for n in ('Authorization', 'Cookie', 'Referer') if n in self.headers]
            with lock:
                crowd = ' crowd' if busy.get(host) else ''
                busy[host] = busy.get(host, 0) + 1
                with open('log', 'a') as log:
                    log.write(' '.join([self.command, host, self.path] + odd) + crowd + '\\n')
            try: self.serve(host, self.path.split('?')[0])
            finally:
                with lock: busy[host] -= 1
        do_GET = do_HEAD
        def serve(self, host, path):
            time.sleep(0.02)
            me = 'http://%s' % self.headers['Host']
            if path == '/moved': self.answer(301, ('Location', '/fine?a=b'))
            elif path == '/moved-twice': self.answer(308, ('Location', me + '/moved'))
            elif path == '/away': self.answer(301, ('Location', me.replace(host, '127.0.0.9') + '/there'))
            elif path == '/moved-to-nothing': self.answer(301, ('Location', '/gone'))
            elif path == '/moved-to-user': self.answer(301, ('Location', me.replace('//', '//user:geheim@')))
            elif path == '/for-now': self.answer(302, ('Location', 'moved'))
            elif path == '/loop': self.answer(302, ('Location', '/loop'))
            elif path == '/gone': self.answer(404)
            elif path == '/broken': self.answer(500)
            elif path == '/closed': self.answer(403)
            elif path == '/login': self.answer(401)
            elif path == '/linkedin': self.answer(999)
            elif path == '/no-head' and self.command == 'HEAD': self.answer(405)
            elif path == '/head-lies' and self.command == 'HEAD': self.answer(404)
            elif path == '/endless':
                if self.command == 'HEAD': return self.answer(501)
                self.send_response(200); self.end_headers()
                for _ in range(600): self.wfile.write(b'x' * 1000); self.wfile.flush(); time.sleep(0.1)
            elif path == '/hangs-up': self.close_connection = True; self.connection.shutdown(2)
            elif path == '/in-a-while':
                if path in waiting: return self.answer(200)
                waiting.add(path); self.answer(429, ('Retry-After', '1'))
            elif path == '/tomorrow': self.answer(503, ('Retry-After', '86400'))
            else: self.answer(200, body=b'ok')
    server = http.server.ThreadingHTTPServer(('0.0.0.0', 0), Site)
    open('port.new', 'w').write(str(server.server_port))
    os.rename('port.new', 'port')
    server.serve_forever()
    """
}
