import Foundation
import Testing

/// Parts of files, which players of films ask for.
struct PreviewRangeTests {
  private static let film = (0..<200_000).map { "\($0 % 10)" }.joined()

  @Test func `a player gets the part of a film that it asks for`() async throws {
    try await withSmallPreview(adding: ["content/_static/film.mp4": Self.film]) { _, port in
      func ask(_ headers: String..., method: String = "GET") async throws -> RawAnswer {
        try await rawRequest(method, "/film.mp4", headers, port: port)
      }
      let whole = try await ask()
      #expect(whole.status == 200 && whole.body == Data(Self.film.utf8))
      #expect(whole.headers["accept-ranges"] == "bytes")
      #expect(whole.headers["content-type"] == "video/mp4")
      let part = try await ask("Range: bytes=100003-100012")
      #expect(part.status == 206 && part.body == Data("3456789012".utf8))
      #expect(part.headers["content-range"] == "bytes 100003-100012/200000")
      #expect(part.headers["content-length"] == "10")
      #expect(try await ask("Range: bytes=-3").body == Data("789".utf8))
      #expect(try await ask("Range: bytes=70000-").body == Data(Self.film.utf8.dropFirst(70_000)))
      let none = try await ask("Range: bytes=200000-")
      #expect(none.status == 416 && none.body.isEmpty)
      #expect(none.headers["content-range"] == "bytes */200000")
      #expect(try await ask("Range: bytes=0-1,5-6").body == whole.body)
      let tag = try #require(whole.headers["etag"])
      #expect(try await ask("Range: bytes=0-1", "If-Range: \(tag)").status == 206)
      #expect(try await ask("Range: bytes=0-1", "If-Range: \"other\"").body == whole.body)
      #expect(try await ask("Range: bytes=0-1", "If-None-Match: \(tag)").status == 304)
      let head = try await ask("Range: bytes=0-1", method: "HEAD")
      #expect(head.status == 200 && head.headers["content-length"] == "200000")
    }
  }

  @Test func `a page is always whole, and an empty file is none`() async throws {
    try await withSmallPreview(adding: ["content/_static/empty.pdf": ""]) { _, port in
      let page = try await rawRequest("GET", "/", ["Range: bytes=0-1"], port: port)
      #expect(page.status == 200 && page.headers["accept-ranges"] == nil && page.body.count > 1000)
      let empty = try await rawRequest("GET", "/empty.pdf", port: port)
      #expect(empty.status == 200 && empty.headers["content-length"] == "0")
      let part = try await rawRequest("GET", "/empty.pdf", ["Range: bytes=0-"], port: port)
      #expect(part.status == 416)
    }
  }
}
