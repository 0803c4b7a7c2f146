import Testing

@testable import SpravkaKit

@Suite struct HostileYAMLTests {
  /// The messages about a front matter, and how long they took.
  private func messages(_ yaml: String) -> [String] {
    let file = article("title: a\n" + yaml)
    var messages: [String] = []
    let time = processorTime {
      messages = parseFrontMatter(file).diagnostics.map(\.message)
    }
    // Debug builds take some tenths of a second; what is quadratic takes minutes.
    #expect(time < .seconds(60))
    return messages
  }

  @Test(arguments: ["[", "{", "{a: ", "[[", "- ", "? "])
  func `deep nesting is refused soon`(opening: String) {
    let indent = opening == "- " || opening == "? " ? "\n  " : " "
    let yaml = "tags:" + indent + String(repeating: opening, count: 100_000)
    #expect(messages(yaml) == ["lists and maps are nested more than 32 deep"])
  }

  @Test func `nesting within the limit is not refused`() {
    let yaml = "x: " + String(repeating: "[", count: 31) + String(repeating: "]", count: 31)
    #expect(messages(yaml) == ["unknown key 'x'"])
    #expect(messages("x: [" + yaml.dropFirst(3) + "]").first?.contains("32 deep") == true)
  }

  @Test func `aliases never unfold`() {
    let laughs = (1...9).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }
    let yaml = "a0: &a0 lol\n" + laughs.joined(separator: "\n")
    #expect(messages(yaml) == ["a value cannot begin with '&'"])
  }

  @Test func `a front matter of endless keys is refused`() {
    let yaml = (0..<20_000).map { "k\($0): v" }.joined(separator: "\n")
    #expect(messages(yaml) == ["more than 20000 keys and values"])
  }

  @Test func `a list on one line of a megabyte is read in one walk`() {
    let word = String(repeating: "ы", count: 30)
    let yaml = "tags: [" + String(repeating: "\(word), ", count: 15_000) + "]"
    #expect(messages(yaml).isEmpty)
  }

  @Test func `eighty thousand directives are not compared with each other`() {
    let directives = (0..<80_000).map { "%TAG !t\($0)! x" }.joined(separator: "\n")
    #expect(messages("...\n" + directives) == ["a second YAML document begins here"])
    let site = SourceFile("site.yml", directives)
    #expect(
      Configuration.parse(site).diagnostics.map(\.message) == ["a line cannot begin with '%'"])
  }

  @Test(arguments: ["x: ", "x: \"", "x: |\n  ", "x: # "])
  func `a scalar of a megabyte does no harm`(head: String) {
    let text = String(repeating: "абв ", count: 150_000)
    #expect(messages(head + text + (head.hasSuffix("\"") ? "\"" : "")) == ["unknown key 'x'"])
  }

  @Test(
    arguments: [
      [0x61, 0x3A, 0x20, 0xFF], [0xFF, 0xFE, 0x61, 0], [0xD0], [0xC0, 0x80], [0xED, 0xA0, 0x80],
      [0x61, 0x3A, 0x20, 0xD0, 0x0A], [0xF5, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are said to be that`(bytes: [UInt8]) {
    let file = SourceFile(path: "site.yml", bytes: bytes)
    let document = parseYAML(file, in: 0..<bytes.count, limits: .site)
    #expect(document.root == nil)
    #expect(document.diagnostics.map(\.message) == ["bytes that are not UTF-8"])
  }

  @Test func `zero bytes and a key of a thousand letters do no harm`() {
    #expect(messages("a\0b: c") == ["the control character U+0000"])
    let key = String(repeating: "к", count: 1_000)
    #expect(messages(key + ": v") == ["unknown key '\(key.prefix(60))…'"])
  }

  /// Every prefix of a text with all kinds of YAML in it: nothing traps, every place is inside.
  @Test func `a file cut off anywhere has findings inside the file`() {
    let text = """
      ---
      title: "Вход: \\"как\\"" # да
      tags: [один, 'два', {a: б}]
      changes:
        - date: 2025-01-01
          text: |
            много
            строк
      anchors: {старый: ../новый.md#x}
      ---
      """
    let bytes = Array(text.utf8)
    for count in 0...bytes.count {
      for lead in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
        let file = SourceFile(path: "a.md", bytes: lead + bytes.prefix(count) + [0x0A])
        let yaml = SourceFile(path: "a.yml", bytes: Array(bytes[4..<max(4, count)]))
        let found = [
          (parseFrontMatter(file).diagnostics, file), (Configuration.parse(yaml).diagnostics, yaml),
        ]
        for (diagnostics, file) in found {
          #expect(diagnostics.allSatisfy { ($0.range?.upperBound ?? 0) <= file.bytes.count })
          #expect(!report(diagnostics + [Diagnostic(.rawHTML, "m", file: "")], on: file).isEmpty)
        }
      }
    }
  }
}
