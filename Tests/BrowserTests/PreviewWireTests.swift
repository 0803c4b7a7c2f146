import Foundation
import Testing

/// Who is answered by a preview, and with which headers.
struct PreviewWireTests {
  @Test func `whoever asks for it from elsewhere is refused, and every answer is closed to others`()
    async throws
  {
    try await withSmallPreview { _, port in
      func expect(
        _ status: Int, _ method: String = "GET", _ path: String = "/", host: String? = nil,
        _ headers: [String] = [], body: String = ""
      ) async throws {
        let answer = try await rawRequest(
          method, path, host: host, headers, body: body, port: port)
        #expect(answer.status == status, "\(method) \(path) \(host ?? "") \(headers)")
        expectClosed(answer, "\(method) \(path) \(host ?? "") \(headers)")
        if status != 200 { #expect(answer.body.firstRange(of: Data("Тайна".utf8)) == nil) }
      }
      let own = "127.0.0.1:\(port)"
      for path in ["/", "/_spravka/events-not", "/nowhere", "/a%00", "/note.txt"] {
        let status = ["/": 200, "/a%00": 400, "/note.txt": 200][path] ?? 404
        try await expect(status, "GET", path)
        try await expect(status, "HEAD", path)
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "Ы"]
        {
          try await expect(405, method, path)
          try await expect(405, method, path, ["Content-Length: 5"], body: "hello")
        }
        try await expect(403, "GET", path, host: "evil.example")
        try await expect(403, "GET", path, ["Origin: http://evil.example"])
      }
      try await expect(200, "GET", "/", ["Content-Length: 5"], body: "hello")
      for host in [own, "localhost:\(port)", "LocalHost:\(port)", "[::1]:\(port)"] {
        try await expect(200, host: host)
        try await expect(200, host: host, ["Origin: http://\(host.lowercased())"])
      }
      for host in [
        "evil.example", "evil.example:\(port)", "localhost.:\(port)", "127.0.0.1", "localhost",
        "127.0.0.1:1", "0.0.0.0:\(port)", "[::]:\(port)", "127.0.0.1:\(port)@evil.example",
        "\(own), evil.example",
      ] {
        try await expect(403, host: host)
      }
      try await expect(403, host: own, ["Host: evil.example"])
      try await expect(403, host: "evil.example", ["Host: \(own)"])
      for origin in [
        "null", "http://evil.example", "http://127.0.0.1:1", "https://\(own)", "http://\(own).evil",
        "http://localhost:\(port)", "",
      ] {
        try await expect(403, "GET", "/", ["Origin: \(origin)"])
      }
      try await expect(403, "GET", "/", ["Origin: http://\(own)", "Origin: http://evil.example"])
    }
  }

  @Test func `browsers that say who asks are believed`() async throws {
    try await withSmallPreview { _, port in
      for site in ["same-origin", "none", "same-site", "cross-site", "SAME-ORIGIN", "odd"] {
        for mode in ["navigate", "cors", "no-cors", "same-origin", "websocket"] {
          for kind in [
            "document", "iframe", "frame", "object", "embed", "image", "script", "empty",
          ] {
            let isOwn = site == "same-origin" || site == "none"
            let isFine = isOwn || mode == "navigate" && kind == "document"
            let answer = try await rawRequest(
              "GET", "/",
              ["Sec-Fetch-Site: \(site)", "Sec-Fetch-Mode: \(mode)", "Sec-Fetch-Dest: \(kind)"],
              port: port)
            #expect(answer.status == (isFine ? 200 : 403), "\(site) \(mode) \(kind)")
            expectClosed(answer, "\(site) \(mode) \(kind)")
          }
        }
      }
    }
  }

  @Test func `what is no request, or a strange one, harms nobody`() async throws {
    try await withSmallPreview { url, port in
      let host = "Host: 127.0.0.1:\(port)\r\n"
      let end = "Connection: close\r\n\r\n"
      let long = String(repeating: "a", count: 1 << 20)
      let many = (0..<20_000).map { "X\($0): a\r\n" }.joined()
      let chunked = "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\(end)"
      let smuggled = "GET /note.txt HTTP/1.1\r\nHost: evil.example\r\n\r\n"
      let shapes = [
        "", "\0", "\r\n\r\n\r\n", "GET", "GET /", "GET /\r\n\r\n",
        "GET / HTTP/9.9\r\n\(host)\(end)",
        "GET / HTTQ/1.1\r\n\(host)\(end)", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u{4}\0\0\0\0\0",
        "GET /\(long) HTTP/1.1\r\n\(host)\(end)", "GET / HTTP/1.1\r\n\(host)X: \(long)\r\n\(end)",
        "GET / HTTP/1.1\r\n\(host)\(many)\(end)", "GET / HTTP/1.1\r\n\(host)X: a\0b\r\n\(end)",
        "GET / HTTP/1.1\r\n\(host)X: a\rb\r\n\(end)", "GET / HTTP/1.1\r\nHost : x\r\n\(end)",
        "GET / HTTP/1.1\r\n\(host): empty\r\n\(end)", "GET / HTTP/1.1\r\n\(host)no colon\r\n\(end)",
        "GET / HTTP/1.1\r\n\(host)X: a\r\n b\r\n\(end)", "GET / HTTP/1.1\r\n\(end)",
        "GET http://evil.example/ HTTP/1.1\r\n\(host)\(end)", "\u{16}\u{3}\u{1}\0\u{5}\u{1}\0",
        chunked + "zz\r\nhello\r\n0\r\n\r\n", chunked + "-1\r\nhello\r\n0\r\n\r\n",
        chunked + "ffffffffffffffffffff\r\nhello\r\n", chunked + "5\r\nhel",
        chunked + "0;\(long)\r\n\r\n",
        "POST / HTTP/1.1\r\n\(host)Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
          + smuggled,
        "POST / HTTP/1.1\r\n\(host)Content-Length: 0\r\nContent-Length: 9\r\n\r\n" + smuggled,
        "POST / HTTP/1.1\r\n\(host)Content-Length: -1\r\n\r\n" + smuggled,
        "POST / HTTP/1.1\r\n\(host)Content-Length: 99999999999999999999999\r\n\r\n" + smuggled,
        "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: xchunked\r\n\r\n" + smuggled,
        "GET / HTTP/1.1\r\n\(host)Range: bytes=\(long)\r\n\(end)",
        "GET / HTTP/1.1\r\n\(host)If-None-Match: \(String(long.prefix(9000)))\r\n\(end)",
        "GET /_spravka/events HTTP/1.1\r\n\(host)Upgrade: websocket\r\n"
          + "Origin: http://evil.example\r\nConnection: upgrade\r\n\r\n",
      ]
      for shape in shapes {
        let answer = try await rawExchange(Data(shape.utf8), port: port)
        // What the library says by itself, of a version that it does not speak, may be 5xx.
        let isOurs = answer.headers["content-type"] != nil
        #expect(!isOurs || (answer.status ?? 0) < 500, "\(shape.prefix(80).debugDescription)")
        // Only the first answer has the headers of what follows it in the same bytes.
        #expect(
          answer.body.firstRange(of: Data("note of the site".utf8)) == nil,
          "\(shape.prefix(80).debugDescription)")
        expectClosed(answer, "\(shape.prefix(80).debugDescription)")
        #expect(try await get(url).status == 200)
      }
    }
  }

  @Test func `what the browser has is not sent again`() async throws {
    try await withSmallPreview { _, port in
      for path in ["/", "/note.txt", "/_spravka/preview.js"] {
        let first = try await rawRequest("GET", path, port: port)
        let tag = try #require(first.headers["etag"])
        for same in [tag, "W/\(tag)", "*", "\"other\", \(tag)", " W/\(tag) ,\"other\""] {
          let again = try await rawRequest("GET", path, ["If-None-Match: \(same)"], port: port)
          #expect(again.status == 304 && again.body.isEmpty, "\(path) \(same)")
        }
        for other in ["\"other\"", "\(tag)x", "w/\(tag)", ""] {
          let answer = try await rawRequest("GET", path, ["If-None-Match: \(other)"], port: port)
          #expect(answer.status == 200 && answer.body == first.body, "\(path) \(other)")
        }
      }
    }
  }
}

extension PreviewWireTests {
  @Test func `the desk is found without its slash, too`() async throws {
    try await withSmallPreview { _, port in
      let answer = try await rawRequest("GET", "/_spravka", port: port)
      #expect(answer.status == 302 && answer.headers["location"] == "/_spravka/")
    }
  }

  @Test(arguments: [("</head>", "</HEAD >"), ("</head>", ""), ("<body", "<BODY")])
  func `a layout that is written otherwise has its preview`(old: String, new: String) async throws {
    let layout = try String(
      contentsOf: checkout.appending(path: "templates/layout.mustache"), encoding: .utf8)
    try #require(layout.contains(old))
    let own = ["templates/layout.mustache": layout.replacing(old, with: new)]
    try await withSmallPreview(adding: own) { _, port in
      let page = try await rawRequest("GET", "/", port: port)
      #expect(page.body.firstRange(of: Data("/_spravka/preview.js".utf8)) != nil)
    }
  }
}

/// That no other site can read, embed or guess the kind of what came.
///
/// What the library says of bytes that are no request has no type, and nothing of the site in it.
private func expectClosed(_ answer: RawAnswer, _ what: String) {
  let open = answer.headers.keys.filter { $0.hasPrefix("access-control-") }
  #expect(open.isEmpty, "\(what)")
  guard answer.status != nil, answer.headers["content-type"] != nil else {
    #expect(answer.body.count < 400, "\(what)")
    return
  }
  #expect(answer.headers["x-content-type-options"] == "nosniff", "\(what)")
  #expect(answer.headers["cross-origin-resource-policy"] == "same-origin", "\(what)")
  #expect(answer.headers["content-security-policy"] == "frame-ancestors 'self'", "\(what)")
}
