public import SpravkaKit

// The preview over HTTP: what a build would write, at the addresses that it would have, and below
// `/_spravka/` what a writer needs besides.

/// A preview that browsers can look at.
public struct PreviewServer: Sendable {
  /// Where it is: `http://127.0.0.1:8024`.
  public let origin: String
  public let port: UInt16

  /// - Parameters:
  ///   - address: an IPv4 address of this machine.
  ///   - first: the port to try first; those after it are tried while others are taken.
  public init(
    _ board: PreviewBoard, address: String, port first: UInt16
  ) throws(HTTPServer.StartError) {
    let now = board.snapshot
    let hub = EventHub(version: now.version, text: now.news)
    board.whenChanged { hub.announce($0.version, $0.news) }
    var port = first
    while true {
      do throws(HTTPServer.StartError) {
        let handler = PreviewHandler(
          board: board, hub: hub,
          guardian: RequestGuard(port: port, address: address))
        _ = try HTTPServer(address: address, port: port) { handler.answer($0) }
        break
      } catch {
        guard case .portTaken = error, port < .max, port - first < 100 else { throw error }
        port += 1
      }
    }
    self.port = port
    origin = "http://\(address):\(port)"
  }
}

/// One request → one response.
struct PreviewHandler: Sendable {
  let board: PreviewBoard
  let hub: EventHub
  let guardian: RequestGuard

  /// What is the preview's own.
  private static let own = "_spravka/"
  /// The desk makes no text of the site into markup, and nothing leads it astray.
  private static let ownPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    + "require-trusted-types-for 'script'; trusted-types 'none'"

  func answer(_ request: HTTPRequest) -> HTTPResponse {
    guard request.method == "GET" || request.method == "HEAD" else {
      return plain(405, "only GET and HEAD", [("Allow", "GET, HEAD")])
    }
    if let refusal = guardian.refusal(of: request) { return plain(403, refusal) }
    guard let target = RequestTarget(request.path) else { return plain(400, "no such address") }
    if target.path + "/" == Self.own { return redirect(to: "/" + Self.own) }
    if target.path.hasPrefix(Self.own) {
      return ownAnswer(String(target.path.dropFirst(Self.own.count)), request)
    }
    return siteAnswer(target.path, board.snapshot, request)
  }

  private func ownAnswer(_ path: String, _ request: HTTPRequest) -> HTTPResponse {
    if path == "events" {
      return response(
        200, "text/event-stream", .stream(hub.stream()), [("Cache-Control", "no-store")])
    }
    if let data = deskAnswer(path, board.snapshot) { return data }
    if let bytes = previewAsset(path.isEmpty ? "desk.html" : path) {
      let type = mediaType(of: path.isEmpty ? "desk.html" : path)
      return cached(bytes, type, request, policy: Self.ownPolicy)
    }
    return plain(404, "nothing of the preview is here")
  }

  private func siteAnswer(
    _ path: String, _ snapshot: PreviewSnapshot, _ request: HTTPRequest
  ) -> HTTPResponse {
    let base = snapshot.basePath
    guard let below = inside(path, base) else {
      return redirect(to: base + "/")
    }
    switch snapshot.answer(at: below) {
    case .file(let file, let bytes):
      let type = mediaType(of: file)
      let isPage = file.hasSuffix(".html")
      return cached(isPage ? withPreview(bytes, snapshot) : bytes, type, request)
    case .copy(let copy): return sent(copy, mediaType(of: path), request)
    case .redirect(let folder): return redirect(to: base + "/" + percentEncoded(folder))
    case .missing(let page):
      return response(
        404, mediaType(of: ".html"), .bytes(withPreview(page, snapshot)),
        [("Cache-Control", "no-store")])
    case .nothing:
      return response(
        503, mediaType(of: ".html"),
        .bytes(withPreview(previewAsset("waiting.html") ?? [], snapshot)),
        [("Cache-Control", "no-store")])
    }
  }

  /// The part of a path below the base path of the site.
  func inside(_ path: String, _ base: String) -> String? {
    let base = base.isEmpty ? "" : base.dropFirst() + "/"
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : nil
  }
}

// MARK: - Responses

extension PreviewHandler {
  func response(
    _ status: Int, _ type: String, _ body: HTTPResponse.Body,
    _ headers: [(name: String, value: String)] = [], policy: String = "frame-ancestors 'self'"
  ) -> HTTPResponse {
    HTTPResponse(
      status: status,
      headers: headers + [
        ("Content-Type", type), ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Content-Security-Policy", policy), ("Referrer-Policy", "no-referrer"),
      ], body: body)
  }

  func plain(
    _ status: Int, _ text: String, _ headers: [(name: String, value: String)] = []
  ) -> HTTPResponse {
    response(status, mediaType(of: ".txt"), .bytes(Array("spravka: \(text)\n".utf8)), headers)
  }

  private func redirect(to location: String) -> HTTPResponse {
    response(
      302, mediaType(of: ".txt"), .bytes([]),
      [("Location", location), ("Cache-Control", "no-store")])
  }

  /// Asked for anew each time, and sent when it is another than the browser has.
  private func cached(
    _ bytes: [UInt8], _ type: String, _ request: HTTPRequest,
    policy: String = "frame-ancestors 'self'"
  ) -> HTTPResponse {
    let tag = "\"\(digestText(of: bytes))\""
    let headers = [("ETag", tag), ("Cache-Control", "no-cache")]
    if request.knows(tag) {
      return response(304, type, .bytes([]), headers, policy: policy)
    }
    return response(200, type, .bytes(bytes), headers, policy: policy)
  }

  /// A page with what the preview adds: a style sheet and a script, both of the same origin, as the
  /// page's own policy wants it.
  private func withPreview(_ page: [UInt8], _ snapshot: PreviewSnapshot) -> [UInt8] {
    // A template of the site may write it otherwise, or leave it out.
    let folded = page.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let places = ["</head>", "<body"].lazy.compactMap { folded.firstRange(of: Array($0.utf8)) }
    let place = places.first?.lowerBound ?? page.endIndex
    var made = Array(page[..<place])
    // The scripts of the page have to run again when it is exchanged in place.
    let own = Array("trusted-types spravka-preview".utf8)
    if let none = made.firstRange(of: Array("trusted-types 'none'".utf8)) {
      made.replaceSubrange(none, with: own)
    }
    made += #"<link rel="stylesheet" href="/_spravka/preview.css">"#.utf8
    // Before the scripts of the page run, which are deferred.
    made += #"<script src="/_spravka/stream.js"></script>"#.utf8
    made += "<script src=\"/_spravka/preview.js\" data-version=\"\(snapshot.version)\">".utf8
    made += "</script>".utf8
    return made + page[place...]
  }
}

private func percentEncoded(_ path: String) -> String {
  path.utf8.map { byte in
    let isPlain = byte > 0x20 && byte < 0x7F && !"\"#%<>?[\\]^`{|}".utf8.contains(byte)
    return isPlain
      ? String(UnicodeScalar(byte))
      : "%" + String(byte >> 4, radix: 16, uppercase: true)
        + String(byte & 15, radix: 16, uppercase: true)
  }.joined()
}
