import Foundation
import SpravkaKit
import Testing

// The report for other programs: standard output is one JSON array and nothing else, whatever the
// names and texts are that it speaks of.

@Suite struct JSONTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
  }

  /// A finding as another program reads it.
  private struct Finding: Equatable {
    let file: String?
    let id: String
    let severity: String
    let message: String
    let hint: String?
    /// Line, column, end line, end column.
    let place: [Int]

    init(_ object: [String: Any]) throws {
      file = object["file"] as? String
      id = try #require(object["id"] as? String)
      severity = try #require(object["severity"] as? String)
      message = try #require(object["message"] as? String)
      hint = object["hint"] as? String
      place = ["line", "column", "endLine", "endColumn"].compactMap { object[$0] as? Int }
      let known = [
        "file", "id", "severity", "message", "hint", "line", "column", "endLine", "endColumn",
      ]
      #expect(Set(object.keys).isSubset(of: known))
      #expect(DiagnosticID(rawValue: id) != nil, "\(id)")
      #expect(["error", "warning"].contains(severity))
      #expect(place.isEmpty || place.count == 4)
      #expect(place.allSatisfy { $0 >= 1 })
    }
  }

  private func findings(_ ended: Ended) throws -> [Finding] {
    let objects = try #require(
      JSONSerialization.jsonObject(with: ended.output) as? [[String: Any]])
    return try objects.map { try Finding($0) }
  }

  @Test func `lines and columns are right in Cyrillic, in emoji and in composed letters`() throws {
    let body = "Здесь 👩‍👧 и и\u{306} — [пароль](нет.md), <b>жир</b>.\n\nЕщё [одна](<a.md#нет>)."
    try scratch.write("site/content/ru/a/c.md", SampleSite.page("Третья", body))
    let ended = try scratch.spravka("check", "--site", "site", "--format", "json")
    #expect(ended.code == 1)
    #expect(ended.error.isEmpty)
    let found = try findings(ended)
    // Scalars: «Здесь » 6, the family 3, « и » 3, «й» composed of two, « — » 3: 17 before the link.
    try #require(found.map(\.id) == ["broken-link", "raw-html", "broken-anchor"])
    #expect(found.allSatisfy { $0.file == "content/ru/a/c.md" })
    #expect(found[0].place == [5, 18, 5, 34])
    #expect(found[0].message == "no article at 'нет.md'")
    #expect(found[1].severity == "warning")
    #expect(found[1].place[..<2] == [5, 36])
    #expect(found[2].place[..<2] == [7, 5])
  }

  @Test func `the report tells the same as that for people`() throws {
    try scratch.write("site/content/ru/a/c.md", "---\ntitel: \"Ц\"\nid: 1\n---\n\n![](x.png)\n")
    try scratch.write("site/content/ru/a/d.md", "---\ntitle: Ч\nid: 1\n---\n\n[я](c.md#нет)\n")
    try scratch.write("site/content/ru/a/e.md", "\u{FEFF}---\ntitle: [\n---\n")
    try scratch.write("site/content/ru/a/f.md", Data([0x2D, 0xFF, 0xFE, 0x0A]))
    try scratch.write("site/templates/header.mustache", "{{сайт}}\n")
    let json = try scratch.spravka("build", "--site", "site", "--format", "json")
    let text = try scratch.spravka("check", "--site", "site", "--format=text")
    #expect(json.error == "Nothing was published.\n")
    #expect(json.code == 1)
    #expect(text.code == 1)
    let lines = try findings(json).map { finding in
      let place = finding.place.isEmpty ? "" : ":\(finding.place[0]):\(finding.place[1])"
      let file = finding.file.map { "\($0)\(place): " } ?? ""
      return "\(file)\(finding.severity): \(finding.message) [\(finding.id)]"
    }
    #expect(lines.count > 5)
    let shown = text.error.split(separator: "\n").filter { $0.contains(": error: ") }
    let warnings = text.error.split(separator: "\n").filter { $0.contains(": warning: ") }
    #expect(Set(lines) == Set((shown + warnings).map(String.init)))
    for hint in try findings(json).compactMap(\.hint) {
      #expect(text.error.contains("\n  hint: \(hint)\n"))
    }
  }

  @Test func `names and texts that JSON must escape are escaped`() throws {
    let name = "q\"\\<\u{2028}😀"
    try scratch.write("site/content/ru/a/\(name).md", "---\ntitle: Ш\n'a\"\\😀': 1\n---\n")
    let ended = try scratch.spravka("check", "--site", "site", "--format", "json")
    let found = try findings(ended)
    #expect(found.contains { $0.file == "content/ru/a/\(name).md" })
    #expect(found.contains { $0.message == "unknown key 'a\"\\😀'" })
  }

  @Test func `a name that is no text is shown by its bytes`() throws {
    let folder = scratch.at("site/content/ru/a/")
    let bytes = Array(folder.utf8) + [0x61, 0xFF, 0x0A, 0x2E, 0x6D, 0x64, 0]
    let made = unsafe bytes.withUnsafeBytes { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { name in
        unsafe name.baseAddress.map { unsafe mknod($0, S_IFREG | 0o644, 0) } ?? -1
      }
    }
    try #require(made == 0)
    let ended = try scratch.spravka("check", "--site", "site", "--format", "json")
    let found = try findings(ended)
    #expect(found.map(\.file) == ["content/ru/a/a\\xFF\\x0A.md"])
    #expect(found.map(\.id) == ["unreadable-file"])
    #expect(ended.code == 1)
  }

  @Test func `without a finding there is an empty array, and a build publishes`() throws {
    let ended = try scratch.spravka("build", "--site", "site", "--format", "json")
    #expect(ended.outputText == "[]\n")
    #expect(ended.error == "2 articles, 41 files in 'site/public': 41 written, 0 unchanged\n")
    #expect(ended.code == 0)
    let again = try scratch.spravka("build", "--site", "site", "--format", "json")
    #expect(again.outputText == "[]\n")
    #expect(again.error == "2 articles, 41 files in 'site/public': 0 written, 41 unchanged\n")
  }

  @Test func `warnings of an unchanged site are told again`() throws {
    try scratch.write("site/content/ru/a/c.md", SampleSite.page("Третья", "Не <b>жир</b>."))
    for _ in 1...2 {
      let ended = try scratch.spravka("build", "--site", "site", "--format", "json")
      #expect(try findings(ended).map(\.id) == ["raw-html"])
      #expect(ended.code == 0)
    }
  }

  @Test(arguments: [["check", "--site", "gone"], ["check", "--jobs", "x"]])
  func `what is no report of findings leaves standard output empty`(words: [String]) throws {
    let program = Program(
      words: [Program.spravka] + words + ["--format", "json"], folder: scratch.path)
    let ended = try program.run()
    #expect(ended.code == 2)
    #expect(ended.output.isEmpty)
    #expect(ended.error.hasPrefix("spravka: "))
  }
}
