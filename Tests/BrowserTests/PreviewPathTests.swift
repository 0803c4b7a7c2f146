import Foundation
import Glibc
import Testing

/// What programs that look for holes ask a server for.
struct PreviewPathTests {
  private static let list = Corpora.folder?.appending(path: "material/payloads/http-paths.txt")

  @Test(.enabled(if: list != nil, "the published paths are not here: set SPRAVKA_SHARED"))
  func `no path of an attack leads out of the site`() async throws {
    let text = try Data(contentsOf: try #require(Self.list))
    let paths = text.split(separator: UInt8(ascii: "\n")).map { Data($0) }
    #expect(paths.count > 1500)
    try await withScratch { folder in
      let site = folder.appending(path: "site")
      try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
      try copyHelpDesk(to: site, baseURL: "https://help.example")
      try folder.write(["secret.txt": "SECRET"])
      try site.write(["secret.txt": "SECRET", "content/.env": "SECRET", ".git/config": "SECRET"])
      try await withPreview(of: site) { url in
        let port = try #require(url.port.flatMap(UInt16.init(exactly:)))
        for path in paths {
          let answer = try await rawAnswer(to: path, port: port)
          let head = String(decoding: answer.prefix(2000), as: UTF8.self)
          let status = head.firstMatch(of: #/^HTTP/1\.[01] (\d{3})/#)?.output.1
          #expect(status.map { !$0.hasPrefix("5") } ?? true, "\(path.text): \(head.prefix(60))")
          #expect(answer.firstRange(of: Data("root:x:0".utf8)) == nil, "\(path.text)")
          #expect(answer.firstRange(of: Data("SECRET".utf8)) == nil, "\(path.text)")
          let location = head.firstMatch(of: #/(?i)\r\nlocation: *(\S*)/#)?.output.1
          let isOwn = location.map { $0.hasPrefix("/") && !$0.hasPrefix("//") } ?? true
          #expect(isOwn, "\(path.text)")
        }
        let home = try await get(url)
        #expect(home.status == 200, "the preview is still there")
      }
    }
  }

  @Test func `a file that becomes a way out of the site is not followed`() async throws {
    try await withScratch { folder in
      let site = folder.appending(path: "site")
      try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
      try copyHelpDesk(to: site, baseURL: "https://help.example")
      try folder.write(["secret.txt": "SECRET"])
      try site.write(["content/_static/note.txt": "fine"])
      try await withPreview(of: site) { url in
        let address = try #require(URL(string: "note.txt", relativeTo: url)?.absoluteURL)
        #expect(try await get(address).body == Data("fine".utf8))
        let file = site.appending(path: "content/_static/note.txt")
        try FileManager.default.removeItem(at: file)
        try FileManager.default.createSymbolicLink(
          at: file, withDestinationURL: folder.appending(path: "secret.txt"))
        for _ in 0..<20 {
          #expect(try await get(address).body.firstRange(of: Data("SECRET".utf8)) == nil)
          try await Task.sleep(for: .milliseconds(30))
        }
      }
    }
  }
}

extension Data {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

/// What comes back for the bytes of a path, until the connection ends; empty when it ends at once.
private func rawAnswer(to path: Data, port: UInt16) async throws -> Data {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async {
      continuation.resume(
        with: Result {
          let connection = try connect(to: port)
          let rest = " HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"
          try connection.write(contentsOf: Data("GET ".utf8) + path + Data(rest.utf8))
          return (try? connection.readToEnd()) ?? Data()
        })
    }
  }
}
