import Foundation
import Glibc
import Testing

/// Clients that hang, and clients that go away, beside one that wants a page.
struct PreviewClientTests {
  private static let film = String(repeating: "0123456789abcdef", count: 1 << 19)

  @Test func `clients that hang hold up nobody`() async throws {
    try await withSmallPreview(adding: ["content/_static/film.mp4": Self.film]) { url, port in
      let whole = "GET /film.mp4 HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
      var deaf: [FileHandle] = []
      for _ in 0..<50 {
        let connection = try connect(to: port)
        try connection.write(contentsOf: Data(whole.utf8))
        deaf.append(connection)
      }
      let slow = try (0..<100).map { _ in try connect(to: port) }
      var (last, longest) = (ContinuousClock.now, Duration.zero)
      for byte in whole.utf8.prefix(12) {
        for connection in slow { try? connection.write(contentsOf: Data([byte])) }
        longest = max(longest, ContinuousClock.now - last)
        last = .now
        #expect(try await get(url).status == 200)
        try await Task.sleep(for: .milliseconds(100))
      }
      // Each has its answer when it asks for it at last, unless this machine had no time for the test
      // for so long that the server was right to let go of clients that say nothing.
      guard max(longest, ContinuousClock.now - last) < .seconds(15) else { return }
      for connection in slow.prefix(3) {
        try connection.write(contentsOf: Data(whole.utf8.dropFirst(12)))
        let head = try #require(try connection.read(upToCount: 1000))
        #expect(head.starts(with: Data("HTTP/1.1 200 OK".utf8)))
      }
      let rest = try #require(try deaf[0].read(upToCount: Self.film.utf8.count))
      #expect(rest.starts(with: Data("HTTP/1.1 200 OK".utf8)))
    }
  }

  @Test func `streams of browsers that have gone are let go`() async throws {
    try await withScratch { site in
      try site.write(smallSite)
      try await withPreview(of: site) { url in
        let port = try #require(url.port.flatMap(UInt16.init(exactly:)))
        let process = try previewProcess(of: site)
        #expect(try await get(url).status == 200)
        func count(_ what: String) throws -> Int {
          try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/\(what)").count
        }
        // Threads that started the program end by and by: only a count that stays says something.
        var (before, since) = ((threads: 0, files: 0), ContinuousClock.now)
        try await waitUntil("the program has come to rest") {
          let now = (threads: try count("task"), files: try count("fd"))
          if now != before { (before, since) = (now, .now) }
          return ContinuousClock.now - since > .seconds(6)
        }
        var streams = try (0..<60).map { _ in try EventStream(port: port) }
        for stream in streams {
          try await waitUntil("a stream begins") { stream.versions.count == 1 }
        }
        #expect(try count("task") >= before.threads + 60)
        streams = []
        try await waitUntil("threads and files are given back") {
          try count("task") <= before.threads && count("fd") <= before.files
        }
      }
    }
  }
}
