import Foundation
import Testing

/// Paths that have led out of folders elsewhere, asked of nginx with what Spravka wrote for it.
struct NginxAttackTests {
  private static let paths: [String] = {
    let named = ProcessInfo.processInfo.environment["SPRAVKA_SHARED"].map { URL(filePath: $0) }
    let file = "material/payloads/http-paths.txt"
    return [named, checkout.appending(path: "../shared").standardized].compactMap(\.self)
      .compactMap { try? String(contentsOf: $0.appending(path: file), encoding: .utf8) }
      .first?.split(separator: "\n").map(String.init) ?? []
  }()

  private static let known = [
    "/../outside.txt", "/..%2foutside.txt", "/%2e%2e/outside.txt", "/%2e%2e%2foutside.txt",
    "/a/..;/..;/outside.txt", "/assets../outside.txt", "/assets/../../outside.txt",
    "/assets/..%2f..%2foutside.txt", "/a%00/../outside.txt", "/..%5coutside.txt",
    "/.%2e/outside.txt",
    "/assets/%2e%2e/.spravka", "/.kept/../.spravka", "/./.spravka", "//.spravka", "/%2espravka",
    "/a/..%2f.spravka", "/nginx%2econf", "/a/../nginx.conf", "//nginx.conf", "/./redirects.map",
    "/en/..%2fnginx.conf", "/assets/..%2f_headers", "/%5fheaders",
  ]

  @Test(arguments: NginxDesk.bases)
  func `no path leads out of the site or to what is hidden`(base: String) async throws {
    try await attack(Self.known, at: base)
  }

  @Test(
    .enabled(
      if: !paths.isEmpty, "the published paths are not here: set SPRAVKA_SHARED to their folder"),
    arguments: NginxDesk.bases)
  func `neither does any that has led out of other servers`(base: String) async throws {
    try await attack(stride(from: 0, to: Self.paths.count, by: 7).map { Self.paths[$0] }, at: base)
  }

  private func attack(_ paths: [String], at base: String) async throws {
    try await withNginxDesk(at: base) { nginx in
      var allowed: Set<Data> = ["another site", "another program"].reduce(into: []) {
        $0.insert(Data($1.utf8))
      }
      for path in try FileManager.default.subpathsOfDirectory(atPath: nginx.folder.path) {
        let isHidden = path.hasPrefix(".") && !path.hasPrefix(".well-known")
        let isForServers = path.hasPrefix("_") || path == "nginx.conf" || path == "redirects.map"
        if isHidden || isForServers { continue }
        if let data = try? Data(contentsOf: nginx.folder.appending(path: path)) {
          allowed.insert(data)
        }
      }
      for path in paths {
        // What a client that does not tidy paths would send.
        let answer = try await nginx.ask(
          base + (path.hasPrefix("/") ? "" : "/") + path.replacing(" ", with: "%20"))
        let status = try #require(answer.status, "\(path)")
        #expect([200, 301, 400, 404, 405, 414].contains(status), "\(path): \(status)")
        if status == 200 { #expect(allowed.contains(answer.body), "\(path)") }
        #expect(!answer.text.contains("outside of all sites"), "\(path)")
        let location = answer.headers["location"] ?? "/"
        #expect(location.hasPrefix("/") && !location.hasPrefix("//"), "\(path)")
      }
      #expect(try await nginx.get("a/x/").status == 200)
    }
  }
}
