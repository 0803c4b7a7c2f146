import Foundation
import Glibc
import Testing

// Content as it should not be: what each kind does to a good site, and what is found then.

struct BadSite: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What the report says, one line a finding, without the words of the message.
  let findings: [String]
  /// Spoils the site in the folder `site`.
  let spoil: @Sendable (ScratchFolder) throws -> Void

  private init(
    _ name: String, _ findings: [String],
    _ spoil: @escaping @Sendable (ScratchFolder) throws -> Void
  ) {
    testDescription = name
    self.findings = findings
    self.spoil = spoil
  }

  /// One more article.
  private init(_ name: String, _ findings: [String], article: String) {
    self.init(name, findings) { try $0.write("site/content/ru/a/x.md", article) }
  }

  /// Other text in an existing file, or in a new one.
  private init(_ name: String, _ findings: [String], _ file: String, _ text: String) {
    self.init(name, findings) { try $0.write("site/" + file, text) }
  }
}

private let x = "content/ru/a/x.md"

private func article(_ key: String, _ body: String = "Текст.") -> String {
  "---\ntitle: Лишняя\n\(key)\n---\n\n\(body)\n"
}

extension BadSite {
  static let texts = [
    BadSite("wrong YAML", ["\(x):2:8: error: [invalid-yaml]"], article: "---\ntitle: [\n---\n"),
    BadSite("a tab in YAML", ["\(x):3:1: error: [invalid-yaml]"], article: article("\tid: 1")),
    BadSite(
      "no title", ["\(x):1:1: error: [missing-title]"], article: "---\nid: 7\n---\n\nТекст.\n"),
    BadSite("no front matter", ["\(x): error: [missing-title]"], article: "Текст.\n"),
    BadSite("an empty file", ["\(x): error: [missing-title]"], article: ""),
    BadSite("a key twice", ["\(x):3:1: error: [duplicate-key]"], article: article("title: Б")),
    BadSite(
      "a value of another kind", ["\(x):3:5: error: [invalid-value]"],
      article: article("id: много")),
    BadSite(
      "front matter that does not end", ["\(x):1:1: error: [invalid-yaml]"],
      article: "---\ntitle: Лишняя\n"),
    BadSite("an id twice", ["content/ru/a/y.md:3:5: error: [duplicate-id]"]) { scratch in
      try scratch.write("site/\(x)", article("id: 7"))
      try scratch.write(
        "site/content/ru/a/y.md", article("id: 7").replacing("Лишняя", with: "Вторая лишняя"))
    },
    BadSite(
      "a URL twice", ["content/ru/a/a/_index.md: error: [duplicate-url]"],
      "content/ru/a/a/_index.md", SampleSite.page("Двойник", "Текст.")),
    BadSite(
      "a reserved URL", ["content/ru/search.md: error: [reserved-url]"],
      "content/ru/search.md", SampleSite.page("Поиск", "Текст.")),
    BadSite(
      "names that differ by case",
      [
        "content/ru/a/B.md: warning: [awkward-url]", "content/ru/a/b.md: error: [case-twins]",
      ],
      "content/ru/a/B.md", SampleSite.page("Двойник", "Текст.")),
    BadSite(
      "a link to nowhere", ["\(x):6:1: error: [broken-link]"], article: article("", "[a](b/c.md)")),
    BadSite(
      "an anchor that is none", ["\(x):6:1: error: [broken-anchor]"],
      article: article("", "[a](b.md#c)")),
    BadSite(
      "a picture that is none", ["\(x):6:1: error: [broken-image]"],
      article: article("", "![a](c.png)")),
    BadSite(
      "a file that is no picture", ["\(x):6:1: error: [invalid-image]"]
    ) {
      try $0.write("site/content/ru/a/c.png", "<!doctype html>")
      try $0.write("site/\(x)", article("", "![a](c.png)"))
    },
    BadSite(
      "a link out of the site", ["\(x):6:1: error: [broken-link]"],
      article: article("", "[a](../../../../../etc/passwd)")),
    BadSite(
      "a link that runs code", ["\(x):6:1: error: [unsafe-url]"],
      article: article("", "[a](<java&Tab;script:alert(1)>)")),
    BadSite(
      "an alias out of the site", ["\(x):3:11: error: [invalid-alias]"],
      article: article("aliases: [../../../etc/cron.d/x]")),
    BadSite(
      "an alias with escapes", ["\(x):3:11: error: [invalid-alias]"],
      article: article("aliases: [/a/%2e%2e/%2e%2e/%2e%2e/x]")),
    BadSite(
      "an edition that is none", ["\(x):3:12: error: [unknown-edition]"],
      article: article("editions: [cloud]")),
    BadSite(
      "quotes without end", ["\(x):6:97: error: [nested-too-deep]"],
      article: article("", String(repeating: "> ", count: 60) + "a")),
    BadSite(
      "brackets without end", ["\(x):6:1: error: [nested-too-deep]"],
      article: article("", String(repeating: "![[]()", count: 60_000))),
    BadSite("no site.yml", ["content/site.yml: error: [missing-configuration]"]) {
      try $0.remove("site/content/site.yml")
    },
    BadSite(
      "a broken site.yml", ["content/site.yml:1:1: error: [invalid-yaml]"], "content/site.yml", "{"),
    BadSite(
      "a site.yml without a title", ["content/site.yml:1:1: error: [missing-title]"],
      "content/site.yml", "baseURL: https://help.example\nlanguages: [ru]\n"),
    BadSite(
      "a template with a wrong key", ["templates/footer.mustache:1:3: error: [template-error]"],
      "templates/footer.mustache", "{{site.titel}}\n"),
    BadSite(
      "a template that does not end", ["templates/footer.mustache:1:4: error: [template-error]"],
      "templates/footer.mustache", "{{#site}}\n"),
  ]

  static let files = [
    BadSite("bytes that are no text", ["\(x):5:1: error: [not-utf8]"]) {
      try $0.write("site/\(x)", Data("---\ntitle: Л\n---\n\n".utf8) + [0xD0, 0x20, 0xFF])
    },
    BadSite("a NUL in the text", []) {
      try $0.write("site/\(x)", Data(article("", "a\u{0}b").utf8))
    },
    BadSite("an article of exactly 1 MiB", []) {
      try $0.write("site/\(x)", big(1 << 20))
    },
    BadSite("an article of a byte more", ["\(x): error: [article-too-large]"]) {
      try $0.write("site/\(x)", big(1 << 20 + 1))
    },
    BadSite("a link out of the site's folder", ["\(x): error: [path-outside]"]) {
      try $0.write("secret.md", article(""))
      try $0.link("site/\(x)", to: "../../../../secret.md")
    },
    BadSite("a folder that is a link out of the site", ["content/ru/a/x: error: [path-outside]"]) {
      try $0.link("site/content/ru/a/x", to: "/etc")
    },
    BadSite("a link into itself", ["content/ru/a/x: error: [unreadable-file]"]) {
      try $0.link("site/content/ru/a/x", to: "..")
    },
    BadSite(
      "links in a circle",
      [
        "content/ru/a/x.md: error: [unreadable-file]",
        "content/ru/a/y.md: error: [unreadable-file]",
      ]
    ) {
      try $0.link("site/content/ru/a/x.md", to: "y.md")
      try $0.link("site/content/ru/a/y.md", to: "x.md")
    },
    BadSite("a link to nowhere", ["\(x): error: [unreadable-file]"]) {
      try $0.link("site/\(x)", to: "gone.md")
    },
    BadSite("a pipe", ["\(x): error: [unreadable-file]"]) { scratch in
      guard unsafe mkfifo(scratch.at("site/\(x)"), 0o644) == 0 else {
        throw ProgramFailure(description: "mkfifo: error \(errno)")
      }
    },
    BadSite("a folder for site.yml", ["content/site.yml: error: [missing-configuration]"]) {
      try $0.remove("site/content/site.yml")
      try $0.makeFolder("site/content/site.yml")
    },
    BadSite("a file for the folder of templates", ["templates: error: [unreadable-file]"]) {
      try $0.write("site/templates", "")
    },
  ]

  private static func big(_ size: Int) -> Data {
    var bytes = Data(article("", "## Коротко\n\nСлово.\n\n## Текст\n\n").utf8)
    let line = Data("Длинная строка обычного текста, каких много.\n\n".utf8)
    while bytes.count + line.count <= size { bytes += line }
    return bytes + Data(repeating: 0x61, count: size - bytes.count)
  }
}
