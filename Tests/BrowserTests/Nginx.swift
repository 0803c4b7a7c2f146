import Foundation

// Serves a folder by nginx, as a plain web server would: directories by their index.html, what is
// missing by the site's own 404 page. It runs in the foreground, as one process and as whoever runs
// the tests; all its files are in a scratch folder.

/// A site that nginx serves.
struct Server: Sendable {
  let url: URL
  fileprivate let program: ChildProgram

  /// The lines of its access log so far: one for each request that has been answered.
  func requests() -> [String] {
    program.text(of: "access.log").split(separator: "\n").map(String.init)
  }
}

/// Gives `body` the address of a site that nginx serves from `folder` below `basePath`.
///
///     try await withSite(at: folder, basePath: "/help/") { url in … }
///
func withSite<Result>(
  at folder: URL, basePath: String = "/", configuration: String = "",
  _ body: (URL) async throws -> Result
) async throws -> Result {
  try await withServer(at: folder, basePath: basePath, configuration: configuration) {
    try await body($0.url)
  }
}

/// Likewise, for a test that reads the access log.
///
/// - Parameters:
///   - basePath: where the site stands on its server, with slashes at both ends.
///   - configuration: lines for the `server` block, such as the snippet that a site brings along.
/// - Throws: also when nginx wrote anything to its error log.
func withServer<Result>(
  at folder: URL, basePath: String = "/", configuration: String = "",
  _ body: (Server) async throws -> Result
) async throws -> Result {
  let start = try await startNginx(basePath) { scratch, port in
    try link(folder, below: basePath, in: scratch)
    return plainServer(port: port, basePath: basePath, more: configuration)
  }
  return try await use(start, complaints: \.isEmpty, body)
}

/// Gives `body` the address of an nginx with `server` blocks as the manual gives them, among the
/// settings with which Debian installs it.
///
/// - Parameter blocks: what belongs into `http`; `listen 80` stands for the port.
/// - Throws: also when nginx had to say more than that something is not there.
func withOwnServer<Result>(
  _ blocks: String, basePath: String = "/", _ body: (URL) async throws -> Result
) async throws -> Result {
  let start = try await startNginx(basePath) { _, port in
    """
    sendfile on;
    tcp_nopush on;
    types_hash_max_size 2048;
    gzip on;
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    \(blocks.replacing("listen 80;", with: "listen 127.0.0.1:\(port);"))
    """
  }
  let isInOrder = { (complaints: String) in
    complaints.split(separator: "\n").allSatisfy { $0.contains(" [error] ") }
  }
  return try await use(start, complaints: isInOrder) { try await body($0.url) }
}

private func use<Result>(
  _ start: (server: ChildProgram, url: URL), complaints isInOrder: (String) -> Bool,
  _ body: (Server) async throws -> Result
) async throws -> Result {
  let result: Result
  let complaints: String
  do {
    defer { start.server.stop() }
    result = try await body(Server(url: start.url, program: start.server))
    // Where somebody had the port it tries again, until it is free.
    complaints = start.server.text(of: "error.log").split(separator: "\n")
      .filter { !$0.contains(": bind() to ") && !$0.contains(": still could not bind") }
      .joined(separator: "\n")
  }
  guard isInOrder(complaints) else { throw ProgramFailure("nginx complained: \(complaints)") }
  return result
}

/// Tries ports below those that systems give out by themselves, until one is free.
///
/// - Parameter prepare: what belongs into `http`, for a scratch folder and a port.
private func startNginx(
  _ basePath: String, _ prepare: (URL, Int) throws -> String
) async throws -> (server: ChildProgram, url: URL) {
  _ = try ChildProgram.path(of: "nginx")
  var failure = ProgramFailure("no free port")
  for _ in 1...5 {
    let port = Int.random(in: 20_000..<32_000)
    let scratch = try ChildProgram.makeScratch()
    try nginxConfiguration(prepare(scratch, port))
      .write(to: scratch.appending(path: "nginx.conf"), atomically: true, encoding: .utf8)
    let server = try ChildProgram(
      "nginx", ["-p", scratch.path, "-c", "nginx.conf", "-e", "error.log"], scratch: scratch)
    do {
      // nginx writes its pid only when it listens.
      _ = try await server.wait(for: "nginx") { server.text(of: "nginx.pid").isEmpty ? nil : true }
      guard let url = URL(string: "http://127.0.0.1:\(port)\(basePath)") else { break }
      return (server, url)
    } catch let error as ProgramFailure {
      failure = error
      server.stop()
      guard error.description.contains("Address already in use") else { throw error }
    }
  }
  throw failure
}

/// Makes `site` in the scratch folder a document root that has the folder at the base path.
private func link(_ folder: URL, below basePath: String, in scratch: URL) throws {
  let place = scratch.appending(path: "site" + basePath.dropLast())
  try FileManager.default.createDirectory(
    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
  try FileManager.default.createSymbolicLink(
    at: place, withDestinationURL: folder.standardizedFileURL)
}

private func nginxConfiguration(_ inside: String) -> String {
  """
  daemon off;
  master_process off;
  pid nginx.pid;
  error_log error.log warn;
  events { worker_connections 256; }
  http {
    access_log access.log;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    \(inside)
  }
  """
}

private func plainServer(port: Int, basePath: String, more: String) -> String {
  """
  include /etc/nginx/mime.types;
  types { text/markdown md; }
  default_type application/octet-stream;
  charset utf-8;
  charset_types text/css text/markdown text/plain text/xml application/javascript
    application/json application/atom+xml;
  server {
    listen 127.0.0.1:\(port);
    root site;
    index index.html;
    absolute_redirect off;
    error_page 404 \(basePath)404.html;
    location / { try_files $uri $uri/ =404; }
    \(more)
  }
  """
}
