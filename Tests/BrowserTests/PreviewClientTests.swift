import Foundation
import Glibc
import Synchronization
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
      // A byte now and then, from a thread of its own: one that is held up elsewhere must not make the
      // server right in letting them go.
      let slow = try (0..<100).map { _ in try connect(to: port) }
      let drip = Drip(
        slow, Array("GET /film.mp4 HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nX-Slow: ".utf8))
      for _ in 0..<12 {
        #expect(try await get(url).status == 200)
        try await Task.sleep(for: .milliseconds(100))
      }
      // Each has its answer when it asks for it at last.
      await drip.stop()
      for connection in slow.prefix(3) {
        try connection.write(contentsOf: Data("\r\n\r\n".utf8))
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

/// Writes the beginning of a request to connections and goes on with it, a byte every 50 ms.
private final class Drip: Sendable {
  private let isStopped = Mutex(false)
  private let ended: AsyncStream<Void>

  init(_ connections: [FileHandle], _ beginning: [UInt8]) {
    let (ended, end) = AsyncStream<Void>.makeStream()
    self.ended = ended
    DispatchQueue.global().async { [self] in
      var left = beginning[...]
      // The whole beginning has to be there before the end of the request may follow.
      while !left.isEmpty || !isStopped.withLock({ $0 }) {
        let byte = left.popFirst() ?? UInt8(ascii: "a")
        for connection in connections { try? connection.write(contentsOf: Data([byte])) }
        usleep(50_000)
      }
      end.finish()
    }
  }

  func stop() async {
    isStopped.withLock { $0 = true }
    for await _ in ended {}
  }
}
