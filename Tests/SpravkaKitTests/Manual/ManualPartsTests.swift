import Foundation
import Testing

@testable import SpravkaKit

/// Templates, what they include, their blocks and the icons, against what the manual says of them.
struct ManualPartsTests {
  /// The page of each template below `docs/content/ru/templates/pages/`.
  static let pages: [String: String] = {
    let own = PageTemplate.allCases.map { ($0.rawValue, $0.rawValue) }
    let shared = [
      ("layout", "layout"), ("sidebar", "sidebar"), ("sidebar-list", "sidebar"),
      ("redirect", "redirect"),
    ]
    return Dictionary(uniqueKeysWithValues: own + shared)
  }()

  /// Templates by name, as texts.
  private let templates: [String: String] = {
    let ending = ".mustache"
    let files = BuiltinTheme.files().filter { $0.path.hasSuffix(ending) }
    return Dictionary(
      uniqueKeysWithValues: files.map {
        (String($0.path.dropLast(ending.count)), String(decoding: $0.bytes, as: UTF8.self))
      })
  }()

  @Test func `every template of a page has a page, and no other`() throws {
    let folder = ManualPage.site.appending(path: "content/ru/templates/pages")
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(found) == Set(Self.pages.values.map { $0 + ".md" } + ["_index.md"]))
  }

  @Test func `every template that others include is in the table, with those`() throws {
    let table = try ManualPage("templates/partials.md").table("all")
    let known = templates.keys.filter { Self.pages[$0] == nil }.sorted().map { name in
      [name] + templates.keys.filter { included(by: $0).contains(name) }.sorted()
    }
    #expect(table.map { [$0[0].code ?? ""] + $0[2].codes } == known)
    #expect(table.allSatisfy { !$0[1].isEmpty })
  }

  @Test(arguments: PageTemplate.allCases.map(\.rawValue) + ["layout"])
  func `a page says which blocks its template fills and what it includes`(name: String) throws {
    let page = try ManualPage("templates/pages/\(name).md")
    // What the layout includes may have blocks too: `search` is in the header.
    let texts = name == "layout" ? ["layout"] + included(by: "layout") : [name]
    let blocks = texts.flatMap { templates[$0]?.matches(of: /\{\{\$([a-z-]+)\}\}/) ?? [] }
    #expect(try Set(page.names("blocks")) == Set(blocks.map { String($0.output.1) }))
    let included = try page.section("partials").lines.flatMap(\.codes)
    #expect(Set(included) == Set(self.included(by: name)))
    #expect(included.count == Set(included).count)
  }

  @Test func `every icon is in the table`() throws {
    let icons = IconSprite(BuiltinTheme.files().filter { IconSprite.isIcon($0.path) })
    #expect(try ManualPage("templates/icons.md").names("all") == icons.names)
  }

  /// Parents and what is included as it is.
  private func included(by name: String) -> [String] {
    (templates[name]?.matches(of: /\{\{[<>] *([a-z-]+) *\}\}/) ?? []).map { String($0.output.1) }
  }
}
