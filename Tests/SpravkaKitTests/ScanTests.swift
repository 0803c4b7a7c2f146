import Glibc
import Testing

@testable import SpravkaKit

@Suite struct ScanTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.makeFolder("content")
  }

  private func scanned(limit: Int = 1 << 20, jobs: Int = 2) async throws -> ScanResult {
    try await scan(scratch.path, jobs: jobs, articleLimit: limit)
  }

  /// The findings as lines: all that a printer shows of them.
  private func findings(limit: Int = 1 << 20) async throws -> [String] {
    try await scanned(limit: limit).diagnostics.map { finding in
      let hint = finding.hint ?? "-"
      return "\(finding.file): \(finding.message) [\(finding.id.rawValue)] hint: \(hint)"
    }
  }

  @Test func `files are sorted by bytes into what their names make of them`() async throws {
    try scratch.write("content/site.yml", "title: x")
    try scratch.write("content/ru/b.md", "b")
    try scratch.write("content/ru/a/c.md", "c")
    try scratch.write("content/ru/a-b.md", "a-b")
    try scratch.write("content/top.md", "top")
    try scratch.write("content/ru/qr.png", "png")
    try scratch.write("content/ru/site.yml", "not the one")
    try scratch.write("templates/page.mustache", "page")
    try scratch.write("templates/assets/site.css", "css")
    try scratch.write("other/left-alone.md", "no part of a site")
    let (one, two) = (try await scanned(jobs: 1), try await scanned(jobs: 2))
    for result in [one, two] {
      #expect(result.diagnostics.isEmpty)
      #expect(result.tree.configuration?.path == "content/site.yml")
      #expect(
        result.tree.markdown.map(\.path) == [
          "content/ru/a-b.md", "content/ru/a/c.md", "content/ru/b.md", "content/top.md",
        ])
      #expect(
        result.tree.markdown.map { String(decoding: $0.bytes, as: UTF8.self) }
          == ["a-b", "c", "b", "top"])
      #expect(
        result.tree.templates.map(\.path) == [
          "templates/assets/site.css", "templates/page.mustache",
        ])
      #expect(result.tree.others == ["content/ru/qr.png", "content/ru/site.yml"])
    }
  }

  @Test func `of pictures just as much is read as says their size`() async throws {
    let long = PictureBytes.segment(0xE2, [UInt8](repeating: 0xFF, count: 60_000))
    let some = PictureBytes.jpeg(4, 3, segments: [long, PictureBytes.exif(6), long])
    let more = PictureBytes.jpeg(4, 3, segments: Array(repeating: long, count: 16))
    let most = PictureBytes.jpeg(4, 3, segments: Array(repeating: long, count: 18))
    try scratch.write("content/ru/A.PNG", bytes: PictureBytes.png(4, 3))
    try scratch.write("content/ru/a.Svg", bytes: PictureBytes.svg("viewBox='0 0 4 3'"))
    try scratch.write("content/ru/b.jpeg", bytes: some)
    try scratch.write("content/ru/c.jpg", bytes: more)
    try scratch.write("content/ru/d.jpg", bytes: most)
    try scratch.write("content/ru/e.webp")
    try scratch.write("content/ru/f.pdf", "%PDF")
    try scratch.write("content/ru/g.png/h", "a folder")
    let result = try await scanned()
    #expect(result.diagnostics.isEmpty)
    #expect(result.tree.others.count == 8)
    let facts = [
      ("A.PNG", size(4, 3)), ("a.Svg", size(4, 3)), ("b.jpeg", size(3, 4)), ("c.jpg", size(4, 3)),
      ("d.jpg", .unsized), ("e.webp", .invalid(.empty)),
    ]
    #expect(
      result.tree.pictures
        == facts.map { PictureFile(path: "content/ru/\($0.0)", facts: $0.1) })
  }

  @Test func `hidden files and those of editors are passed over`() async throws {
    try scratch.write("content/.git/x.md")
    try scratch.write("content/ru/.a.md.swp")
    try scratch.write("content/ru/a.md~")
    try scratch.write("content/ru/old~/b.md")
    try scratch.write("content/ru/.well-known/x")
    let result = try await scanned()
    #expect(result.tree.markdown.isEmpty && result.tree.others.isEmpty)
    #expect(result.diagnostics.isEmpty)
  }

  @Test func `hidden names that hosts ask for, and Markdown, are taken from _static`() async throws
  {
    try scratch.write("content/_static/.well-known/security.txt")
    try scratch.write("content/_static/.nojekyll")
    try scratch.write("content/_static/.DS_Store")
    try scratch.write("content/_static/CNAME")
    try scratch.write("content/_static/sub/README.md")
    #expect(
      try await scanned().tree.others == [
        "content/_static/.nojekyll", "content/_static/.well-known/security.txt",
        "content/_static/CNAME", "content/_static/sub/README.md",
      ])
  }

  @Test func `a link within the site is followed`() async throws {
    try scratch.write("content/ru/a.md", "a")
    try scratch.write("content/ru/pictures/p.png")
    try scratch.write("shared/note.md", "note")
    try scratch.link("content/ru/b.md", to: "../../shared/note.md")
    try scratch.link("content/en", to: "ru")
    let result = try await scanned()
    #expect(result.diagnostics.isEmpty)
    #expect(
      result.tree.markdown.map(\.path) == [
        "content/en/a.md", "content/en/b.md", "content/ru/a.md", "content/ru/b.md",
      ])
    #expect(result.tree.file(at: "content/en/b.md").map { $0.bytes } == Array("note".utf8))
    #expect(
      result.tree.others == ["content/en/pictures/p.png", "content/ru/pictures/p.png"])
  }

  @Test func `links that leave the site, lead nowhere or in a circle are named`() async throws {
    let outside = try ScratchFolder()
    try outside.write("secret.md", "secret")
    try outside.makeFolder("folder")
    try scratch.link("content/a.md", to: outside.at("secret.md"))
    try scratch.link("content/b", to: outside.at("folder"))
    try scratch.link("content/c.md", to: "missing.md")
    try scratch.link("content/d.md", to: "e.md")
    try scratch.link("content/e.md", to: "d.md")
    try scratch.link("content/zero.md", to: "/dev/zero")
    let hint = "copy what it leads to into the site"
    let mend = "mend the link, or put the file itself there"
    #expect(
      try await findings() == [
        "content/a.md: the link leads out of the site: '\(outside.at("secret.md"))'"
          + " [path-outside] hint: \(hint)",
        "content/b: the link leads out of the site: '\(outside.at("folder"))'"
          + " [path-outside] hint: \(hint)",
        "content/c.md: the link leads nowhere: there is no 'missing.md'"
          + " [unreadable-file] hint: \(mend)",
        "content/d.md: the link leads in a circle: 'e.md' leads back to it"
          + " [unreadable-file] hint: \(mend)",
        "content/e.md: the link leads in a circle: 'd.md' leads back to it"
          + " [unreadable-file] hint: \(mend)",
        "content/zero.md: the link leads out of the site: '/dev/zero'"
          + " [path-outside] hint: \(hint)",
      ])
    #expect(try await scanned().tree.markdown.isEmpty)
  }

  @Test func `content that is itself a link out of the site is named`() async throws {
    let outside = try ScratchFolder()
    try outside.write("a.md", "a")
    try scratch.remove("content")
    try scratch.link("content", to: outside.path)
    #expect(
      try await findings() == [
        "content: the link leads out of the site: '\(outside.path)'"
          + " [path-outside] hint: copy what it leads to into the site"
      ])
  }

  @Test func `a folder that holds itself is named, and all else is read`() async throws {
    try scratch.write("content/ru/a/x.md", "x")
    try scratch.link("content/ru/a/up", to: "../..")
    try scratch.link("content/ru/a/root", to: "../../..")
    try scratch.link("content/ru/b/over", to: "../a")
    try scratch.link("content/ru/a/there", to: "../b")
    let hint = "remove the link: a folder cannot hold itself"
    let lines = try await findings()
    #expect(
      lines.prefix(2) == [
        "content/ru/a/root: the link leads back to the site's own folder, in which it lies"
          + " [unreadable-file] hint: \(hint)",
        "content/ru/a/there/over: the link leads back to 'content/ru/a', in which it lies"
          + " [unreadable-file] hint: \(hint)",
      ])
    #expect(
      lines.dropFirst(2).first
        == "content/ru/a/up: the link leads back to 'content', in which it lies"
        + " [unreadable-file] hint: \(hint)")
    let paths = try await scanned().tree.markdown.map(\.path)
    #expect(paths == ["content/ru/a/x.md", "content/ru/b/over/x.md"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `things that are no files do not hold a scan up`() async throws {
    #expect(unsafe mkfifo(scratch.at("content/pipe.md"), 0o644) == 0)
    try scratch.link("content/pipe.png", to: "pipe.md")
    let hint = "take it out of the site"
    #expect(
      try await findings() == [
        "content/pipe.md: is a named pipe, neither a file nor a folder"
          + " [unreadable-file] hint: \(hint)",
        "content/pipe.png: is a named pipe, neither a file nor a folder"
          + " [unreadable-file] hint: \(hint)",
      ])
    let site = try Folder(scratch.path)
    let path = RawPath("content/pipe.md")
    let reader = SourceReader(site: site, articleLimit: 10)
    guard case .finding = reader.read(SurveyedFile(path: path, role: .article)) else {
      Issue.record("a pipe was read")
      return
    }
  }

  @Test func `an article over the limit is not read, one at the limit is`() async throws {
    try scratch.write("content/ru/at.md", String(repeating: "x", count: 1000))
    try scratch.write("content/ru/over.md", String(repeating: "x", count: 1001))
    try scratch.write("content/ru/over.png", String(repeating: "x", count: 1001))
    try scratch.write("content/site.yml", String(repeating: "#", count: 1001))
    #expect(
      try await findings(limit: 1000) == [
        "content/ru/over.md: the article has 1001 bytes; the limit is 1000"
          + " [article-too-large] hint: split it into several articles"
      ])
    let tree = try await scanned(limit: 1000).tree
    #expect(tree.markdown.map(\.path) == ["content/ru/at.md"])
    #expect(tree.configuration?.bytes.count == 1001)
  }

  @Test func `the limit is one mebibyte unless said otherwise`() async throws {
    try scratch.write("content/a.md", bytes: [UInt8](repeating: 10, count: 1_048_576))
    try scratch.write("content/b.md", bytes: [UInt8](repeating: 10, count: 1_048_577))
    let result = try await scan(scratch.path, jobs: 1)
    #expect(result.tree.markdown.map(\.path) == ["content/a.md"])
    #expect(result.diagnostics.map(\.file) == ["content/b.md"])
  }

  @Test func `a template of absurd size is not read`() async throws {
    try scratch.write("templates/huge.css")
    #expect(unsafe truncate(scratch.at("templates/huge.css"), 1 << 40) == 0)
    #expect(
      try await findings() == [
        "templates/huge.css: the file has 1099511627776 bytes; the limit is 67108864"
          + " [unreadable-file] hint: see that it is the file you mean"
      ])
  }

  @Test func `names that cannot be published are shown by their bytes`() async throws {
    scratch.write(rawName: Array("content/a".utf8) + [0xFF] + Array(".md".utf8))
    scratch.write(rawName: Array("content/b\nc.md".utf8))
    let hint = "rename it, best with letters, digits and hyphens"
    #expect(
      try await findings() == [
        "content/a\\xFF.md: the name is not UTF-8 [unreadable-file] hint: \(hint)",
        "content/b\\x0Ac.md: the name holds a control character [unreadable-file] hint: \(hint)",
      ])
    #expect(try await scanned().tree.markdown.isEmpty)
  }

  @Test func `names that differ by case or composition alone are twins`() async throws {
    try scratch.write("content/ru/Статья.md", "1")
    try scratch.write("content/ru/статья.md", "2")
    try scratch.write("content/ru/Folder/a.md", "3")
    try scratch.write("content/ru/folder/b.md", "4")
    try scratch.write("content/ru/qr.png", "5")
    try scratch.write("content/ru/QR.PNG", "6")
    scratch.write(rawName: Array("content/ru/\u{439}.md".utf8))
    scratch.write(rawName: Array("content/ru/\u{438}\u{306}.md".utf8))
    try scratch.write("content/en/статья.md", "another folder")
    let hint = "rename one of the two: macOS and Windows take them for one file"
    #expect(
      try await findings() == [
        "content/ru/folder: the name differs only by case from 'content/ru/Folder'"
          + " [case-twins] hint: \(hint)",
        "content/ru/qr.png: the name differs only by case from 'content/ru/QR.PNG'"
          + " [twin-files] hint: \(hint)",
        "content/ru/\u{439}.md: the name differs only in how its letters are composed from"
          + " 'content/ru/\u{438}\u{306}.md' [case-twins] hint: \(hint)",
        "content/ru/статья.md: the name differs only by case from 'content/ru/Статья.md'"
          + " [case-twins] hint: \(hint)",
      ])
    let bytes = try await scanned().diagnostics.dropLast().last.map { Array($0.file.utf8) }
    #expect(bytes == Array("content/ru/\u{439}.md".utf8))
  }

  @Test func `what may not be read is reported with the system's reason`() async throws {
    try scratch.write("content/a.md", "a")
    try scratch.write("content/a.png", "a")
    try scratch.write("content/folder/b.md", "b")
    for name in ["content/a.md", "content/a.png", "content/folder"] {
      try scratch.setPermissions(name, 0)
    }
    defer { try? scratch.setPermissions("content/folder", 0o755) }
    // The synchronous half of a scan, since only one thread can do without root's rights.
    let findings = try withoutPrivileges {
      let site = try Folder(scratch.path)
      var survey = try Survey(of: site, at: scratch.path)
      try survey.walk("content")
      let reader = SourceReader(site: site, articleLimit: 100)
      return survey.files.compactMap { file -> Diagnostic? in
        if case .finding(let finding) = reader.read(file) { finding } else { nil }
      } + survey.findings
    }
    let hint = "give yourself the right to read it, with chmod or chown"
    #expect(findings.map(\.file) == ["content/a.md", "content/a.png", "content/folder"])
    for finding in findings {
      #expect(finding.id == .unreadableFile)
      #expect(finding.message == "cannot be read: Permission denied")
      #expect(finding.hint == hint)
    }
  }

  @Test func `a folder too deep for the system is a finding`() async throws {
    let name = String(repeating: "d", count: 250)
    #expect(makeDeepFolders(scratch.at("content"), name, times: 18))
    let lines = try await scanned().diagnostics
    #expect(lines.count == 1)
    #expect(lines.first?.message == "cannot be read: File name too long")
    #expect(lines.first?.hint == "shorten the names on its path")
  }

  @Test func `templates that are no folder are a finding`() async throws {
    try scratch.write("templates", "a file")
    #expect(
      try await findings() == [
        "templates: is a file, not a folder [unreadable-file]"
          + " hint: rename it, or make a folder of that name"
      ])
  }

  @Test func `a folder that is no site says what to do`() async throws {
    let nowhere = scratch.at("nowhere")
    let words = await refusal(of: nowhere)
    #expect(
      words == "this folder is no site: No such file or directory; `spravka init \(nowhere)`"
        + " makes one")
    try scratch.remove("content")
    let empty = await refusal(of: scratch.path)
    #expect(
      empty == "this folder is no site: it has no folder 'content'; `spravka init"
        + " \(scratch.path)` makes one")
    try scratch.write("content", "a file")
    let file = await refusal(of: scratch.path)
    #expect(
      file == "this folder is no site: its 'content' is a file, not a folder; `spravka init"
        + " \(scratch.path)` makes one")
  }

  private func refusal(of folder: String) async -> String? {
    do throws(MachineError) {
      _ = try await scan(folder, jobs: 1)
      return nil
    } catch {
      return error.message
    }
  }
}

/// Makes folders in each other, deeper than one path can say.
private func makeDeepFolders(_ start: String, _ name: String, times: Int) -> Bool {
  var folder = unsafe open(start, O_RDONLY | O_DIRECTORY)
  for _ in 0..<times {
    guard unsafe mkdirat(folder, name, 0o755) == 0 else { return false }
    let next = unsafe openat(folder, name, O_RDONLY | O_DIRECTORY)
    close(folder)
    folder = next
  }
  close(folder)
  return true
}
