import Mustache
import Testing

@testable import SpravkaKit

/// What designers are told, against the theme and the shapes of its data.
struct ManualTemplatesTests {
  private let files = BuiltinTheme.files()
  private let theme = Theme(builtin: BuiltinTheme.files(), overrides: [], languages: ["ru", "en"])
  private var shapes: PageShapes { theme.shapes }

  @Test func `every file of the theme is in the table, and no other`() throws {
    #expect(try ManualPage("templates/files.md").names("all") == files.map(\.path))
  }

  @Test func `every word is in the table as it is`() throws {
    let rows = try ManualPage("templates/strings.md").table("all")
    let words = theme.strings[0]
    #expect(rows.map { $0[0].code ?? "" }.sorted() == words.keys)
    for row in rows {
      let text = (words[row[0].code ?? ""] ?? "").replacing("\n\n", with: " ")
      let isShortened = text.count > 50 && row[1].hasSuffix(" …")
      #expect(isShortened ? text.hasPrefix(row[1].dropLast()) : text == row[1])
    }
    let known = Set(words.keys)
    #expect(theme.strings[1].keys.allSatisfy { known.contains($0) })
  }

  @Test func `every colour is in the table, with what it is by default`() throws {
    let rows = try ManualPage("templates/style.md").table("tokens")
    let palette = Palette(accent: .standardAccent)
    let known = ColourToken.allCases.map { token in
      ["--" + token.rawValue, palette[.light, token].hex, palette[.dark, token].hex]
    }
    #expect(rows.map { [$0[0].code, $0[2].code, $0[3].code].compactMap(\.self) } == known)
    #expect(rows.allSatisfy { !$0[1].isEmpty })
  }

  @Test func `every variable that all pages have is in the table`() throws {
    let page = try ManualPage("templates/variables.md")
    let table = try page.table("common").map { [$0[0], withoutPages($0[1])] }
    #expect(table == rows(of: common))
  }

  @Test func `every page's own variables are in the table`() throws {
    let rows = try ManualPage("templates/variables.md").table("own").map { row in
      [row[0].code, row[1].code, withoutPages(row[2])]
    }
    let known: [[String?]] = PageTemplate.allCases.flatMap { template in
      let own = shapes.root(of: template).fields.dropFirst(common.count)
      let file = template.rawValue + ".mustache"
      return own.isEmpty
        ? [[file, nil, ""]] : own.map { [file, $0.name, words(for: $0.kind)] }
    }
    #expect(Set(rows) == Set(known))
  }

  @Test func `every variable of every record is in the table of the record`() throws {
    let pages = try Self.pages.map { try ManualPage($0) }
    var shown: Set<String> = ["strings", "assets"]
    var pending = PageTemplate.allCases.flatMap { shapes.root(of: $0).fields }.compactMap(record)
    pending += FragmentTemplate.allCases.map(shapes.root(of:))
    while let shape = pending.popLast() {
      guard shown.insert(shape.name).inserted else { continue }
      let tables = try pages.filter { $0.has(anchor(of: shape)) }.map { page in
        try page.table(anchor(of: shape)).map { [$0[0], withoutPages($0[1])] }
      }
      #expect(tables == [rows(of: shape.fields)], "\(shape.name)")
      pending += shape.fields.compactMap(record)
    }
    #expect(shown.count > 30)
  }

  /// The pages that tables of records may stand on, below `docs/content/ru/`.
  private static let pages: [String] =
    ["templates/variables.md"]
    + Set(ManualPartsTests.pages.values).sorted().map { "templates/pages/\($0).md" }

  /// `[link](../variables.md#link)` → `[link](#link)`: whether the page is the right one is what
  /// the manual's own check says.
  private func withoutPages(_ text: String) -> String {
    text.replacing(/\]\([^)#]+#/, with: "](#")
  }

  /// The fields that every page begins with.
  private var common: [Shape.Field] { shapes.root(of: .notFound).fields }

  private func rows(of fields: some Sequence<Shape.Field>) -> [[String]] {
    fields.map { ["`\($0.name)`", words(for: $0.kind)] }
  }

  private func words(for kind: Shape.Kind) -> String {
    switch kind {
    case .text: "текст"
    case .markup: "разметка"
    case .flag: "признак"
    case .record(let shape) where ["strings", "assets"].contains(shape.name): "запись"
    case .record(let shape): "запись [\(shape.name)](#\(anchor(of: shape)))"
    case .list(let shape): "список [\(shape.name)](#\(anchor(of: shape)))"
    case .textList: "список текстов"
    case .listOfSelf: "список таких же записей"
    }
  }

  private func record(_ field: Shape.Field) -> Shape? {
    switch field.kind {
    case .record(let shape), .list(let shape): shape
    default: nil
    }
  }

  private func anchor(of shape: Shape) -> String { shape.name.replacing(" ", with: "-") }
}
