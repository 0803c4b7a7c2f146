import Foundation
import Testing

/// What a preview serves beside what a build writes.
struct PreviewOutputTests {
  @Test func `everything of the help desk is what a build would write`() async throws {
    try await withScratch { site in
      try copyHelpDesk(to: site, baseURL: "https://help.example")
      try await compare(site, basePath: "")
    }
  }

  @Test func `below a base path too, in two languages, with copied files of all kinds`()
    async throws
  {
    let page = "---\ntitle: Файлы\n---\n\n## Коротко\n\nТекст. [Файл](тест файл.pdf)\n"
    try await withScratch { site in
      try copyHelpDesk(to: site, baseURL: "https://help.example/a/b")
      try site.write([
        "content/ru/registration/draft.md": "---\ntitle: Проба\ndraft: true\n---\n\nТекст.\n",
        "content/ru/registration/файлы.md": page,
        "content/ru/registration/тест файл.pdf": "%PDF-1.7",
        "content/_static/.well-known/security.txt": "Contact: mailto:a@help.example",
        "content/_static/own.html": "<!doctype html><head></head><p>own",
        "content/_static/a b/100%.txt": "x", "content/_static/film.webm": "x",
        "content/_static/empty.json": "", "content/_static/noend": "x",
      ])
      try await compare(site, basePath: "/a/b")
    }
  }

  private func compare(_ site: URL, basePath: String) async throws {
    let built = site.appending(path: "built")
    _ = try await output(
      of: spravka.path,
      ["build", "--drafts", "--site", site.path, "--output", built.path], in: site)
    let files = try FileManager.default.subpathsOfDirectory(atPath: built.path).filter { file in
      // The mark of the build and what only servers read have no address.
      let isHidden = file.hasPrefix(".") && !file.hasPrefix(".well-known")
      var isFolder: ObjCBool = false
      let isThere = unsafe FileManager.default.fileExists(
        atPath: built.appending(path: file).path, isDirectory: &isFolder)
      return isThere && !isFolder.boolValue && !isHidden
    }
    #expect(files.count > 100)
    try await withPreview(of: site) { url in
      let port = try #require(url.port.flatMap(UInt16.init(exactly:)))
      for file in files {
        let written = try Data(contentsOf: built.appending(path: file))
        let address = "\(basePath)/\(percentEncoded(file))"
        let answer = try await rawRequest("GET", address, port: port)
        #expect(answer.status == 200, "\(file)")
        let isPage = file.hasSuffix(".html")
        #expect((isPage ? withoutPreview(answer.body) : answer.body) == written, "\(file)")
        #expect(answer.headers["content-type"] == mediaType(file), "\(file)")
        let head = try await rawRequest("HEAD", address, port: port)
        let same = [answer, head].map { $0.headers.filter { $0.key != "date" } }
        #expect(same[0] == same[1] && head.body.isEmpty, "\(file)")
        guard file.hasSuffix("index.html") else { continue }
        let folder = String(address.dropLast("index.html".count))
        #expect(try await rawRequest("GET", folder, port: port).body == answer.body, "\(file)")
      }
    }
  }
}

/// A page without what the preview adds to it.
private func withoutPreview(_ page: Data) -> Data {
  let text = String(decoding: page, as: UTF8.self)
    .replacing(#/ data-version="\d+"/#, with: "", maxReplacements: 1)
  let added =
    #"<link rel="stylesheet" href="/_spravka/preview.css">"#
    + ["stream", "preview"].map { #"<script src="/_spravka/\#($0).js"></script>"# }.joined()
  #expect(text.components(separatedBy: added).count == 2)
  return Data(
    text.replacing(added, with: "", maxReplacements: 1)
      .replacing("trusted-types spravka-preview", with: "trusted-types 'none'", maxReplacements: 1)
      .utf8)
}

private func percentEncoded(_ path: String) -> String {
  path.addingPercentEncoding(
    withAllowedCharacters: .alphanumerics.intersection(.init(charactersIn: "\u{21}"..."\u{7E}"))
      .union(.init(charactersIn: "/._-"))) ?? ""
}

/// By hand, for every kind that is served here.
private func mediaType(_ file: String) -> String? {
  [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json",
    "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8",
    "xml": "application/xml", "svg": "image/svg+xml", "png": "image/png",
    "webm": "video/webm", "pdf": "application/pdf", "webp": "image/webp", "jpg": "image/jpeg",
  ][URL(filePath: file).pathExtension] ?? "application/octet-stream"
}
