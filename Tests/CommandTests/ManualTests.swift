import Foundation
import Testing

@testable import spravka

/// The manual's pages about commands, against what the program says of itself.
@Suite struct ManualTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test(arguments: Command.names)
  func `every command has a page`(name: String) throws {
    let page = try page("commands/\(name).md")
    #expect(page.contains("\ntitle: spravka \(name)\n"))
  }

  @Test func `the options are those of the help`() throws {
    let common = options(inTable: try page("_snippets/common-options.md"))
    let own = options(inTable: try page("commands/build.md"))
    let ofCheck = options(inTable: try page("commands/check.md"))
    #expect(try Set(options(inHelpOf: "check")) == Set(ofCheck + common))
    #expect(try Set(options(inHelpOf: "build")) == Set(own + common))
    #expect(own.count + common.count == Set(own + common).count)
    for name in ["build", "check"] {
      #expect(try page("commands/\(name).md").contains("\n::include{file=common-options.md}\n"))
    }
    let search = options(inTable: try page("commands/search.md"))
    #expect(try options(inHelpOf: "search") == search)
    let new = options(inTable: try page("commands/new.md"))
    #expect(try options(inHelpOf: "new") == new)
    #expect(try options(inHelpOf: "init").isEmpty)
    #expect(options(inTable: try page("commands/init.md")).isEmpty)
  }

  @Test func `the exit codes are those of the program`() throws {
    let codes = try page("publishing/ci.md").matches(of: /\n\| ([0-9]+) \|/)
    let table = codes.map { Int32($0.output.1) }
    #expect(table == [0, 1, 2, 3])
    #expect(table.allSatisfy { $0.flatMap(ExitCode.init(rawValue:)) != nil })
    #expect(ExitCode(rawValue: 4) == nil)
  }

  @Test func `the keys of a finding in JSON are all explained`() throws {
    try scratch.write("content/site.yml", "title: Справка\nbaseURL: https://help.example\n")
    try scratch.write("content/ru/_index.md", "---\ntitle: Дом\n---\n\n::include{file=a.md}\n")
    try scratch.write("content/ru/_snippets/a.md", "[Ссылка](_indx.md)\n\n:::nte\n")
    let output = try scratch.spravka("check", "--format", "json").output
    let findings = try #require(
      JSONSerialization.jsonObject(with: Data(output)) as? [[String: Any]])
    let place = try #require(findings.first?["includedBy"] as? [String: Any])
    let keys = Set(findings.flatMap(\.keys)).union(place.keys)
    let section = try page("publishing/ci.md").split(separator: "{#json}").last ?? ""
    let named = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .flatMap { $0.matches(of: /`([a-zA-Z]+)`/).map { String($0.output.1) } }
    #expect(Set(named).subtracting(["error", "warning"]) == keys)
  }

  @Test func `the keys of a search in JSON are all explained`() throws {
    try scratch.write(
      "content/site.yml",
      "title: Справка\nbaseURL: https://help.example\neditions: {cloud: Облако}\n")
    let article = """
      ---
      title: Забыли пароль
      editions: [cloud]
      ---

      ## Коротко

      Нажмите на ссылку.

      ## Пароль из письма

      Ключ, пароль, письмо.

      ## Ещё один пароль

      Ключ от всего.

      """
    try scratch.write("content/ru/a/_index.md", "---\ntitle: Вход\n---\n")
    try scratch.write("content/ru/a/a.md", article)
    var keys: Set<String> = []
    for text in ["gfhjkm", "ключ письмо", "\"письмо ключ\" аквариум"] {
      let output = try scratch.spravka("search", text, "--format", "json").output
      collectKeys(of: try JSONSerialization.jsonObject(with: Data(output)), into: &keys)
    }
    let section = try page("commands/search.md").split(separator: "{#json}").last ?? ""
    let named = section.matches(of: /`([a-zA-Z]+)`/).map { String($0.output.1) }
    #expect(Set(named).subtracting(["true"]) == keys)
  }

  private func collectKeys(of value: Any, into keys: inout Set<String>) {
    for item in value as? [Any] ?? [] { collectKeys(of: item, into: &keys) }
    for (key, item) in value as? [String: Any] ?? [:] {
      keys.insert(key)
      collectKeys(of: item, into: &keys)
    }
  }

  /// - Parameter path: below `docs/content/ru/`.
  private func page(_ path: String) throws -> String {
    let folder = URL(filePath: #filePath).appending(path: "../../../docs/content/ru").standardized
    return try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// `--site DIR`, one a row.
  private func options(inTable text: String) -> [String] {
    text.matches(of: /\n\| `(--[^`]+)` \|/).map { String($0.output.1) }
  }

  /// `--site DIR`, one a line.
  private func options(inHelpOf command: String) throws -> [String] {
    let help = try scratch.spravka(command, "--help").outputText
    return help.matches(of: /\n +(--[a-z-]+(?: [A-Z\/]+)?)[ ]{2}/).map { String($0.output.1) }
  }
}
