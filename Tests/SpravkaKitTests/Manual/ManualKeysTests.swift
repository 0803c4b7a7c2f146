import Testing

@testable import SpravkaKit

/// The tables of keys, against the keys that the code asks for.
struct ManualKeysTests {
  @Test func `every key of the front matter is in its table, and no other`() throws {
    let keys = KeySearch { fields in _ = FrontMatter(from: &fields) }
    #expect(try Set(ManualPage("writing/front-matter.md").names("all")) == keys.found)
  }

  @Test func `every key of site.yml is in its table, and no other`() throws {
    let keys = KeySearch { fields in _ = Configuration(from: &fields) }
    let page = try ManualPage("configuration/site-yml.md")
    #expect(try Set(page.names("all")) == keys.foundWithoutLinks)
    #expect(try page.names("link") == ["title", "url"])
  }

  @Test func `a key has one row`() throws {
    for (path, anchor) in [
      ("writing/front-matter.md", "all"), ("configuration/site-yml.md", "all"),
    ] {
      let names = try ManualPage(path).names(anchor)
      #expect(names.count == Set(names).count)
    }
  }

  @Test(arguments: [
    ("writing/front-matter.md", "summary", SummaryPlace.allCases.map(\.rawValue)),
    ("configuration/site-yml.md", "summary", SummaryPlace.allCases.map(\.rawValue)),
    (
      "configuration/site-yml.md", "feedback.via",
      FeedbackSettings.Via.allCases.map(\.rawValue)
    ),
    ("configuration/site-yml.md", "outputs.redirects", RedirectForm.allCases.map(\.rawValue)),
    ("configuration/site-yml.md", "outputs.hosts", Host.allCases.map(\.rawValue)),
  ])
  func `the words that a key may have are named`(
    path: String, key: String, words: [String]
  ) throws {
    let row = try ManualPage(path).table("all").first { $0[0].code == key }
    #expect(row?[1].codes == words)
  }

  @Test func `levels and units of time are named`() throws {
    let page = try ManualPage("configuration/site-yml.md")
    for level in Level.allCases {
      #expect(try page.section("levels").lines.contains { $0.codes.contains(level.rawValue) })
    }
    for unit in CalendarDuration.Unit.allCases {
      #expect(try page.section("review").lines.contains { $0.codes.contains(unit.rawValue) })
    }
  }
}

/// Asks the code for its keys by ever deeper documents: a key inside a map is asked for when the map
/// is there.
private struct KeySearch {
  private let read: (inout Fields) -> Void
  /// Paths like `search.boost`, codes of languages left out.
  private(set) var found: Set<String> = []

  init(_ read: @escaping (inout Fields) -> Void) {
    self.read = read
    search("") { $0 }
  }

  /// A label with a URL is described once for all keys that take one.
  var foundWithoutLinks: Set<String> {
    let below = Dictionary(grouping: found.filter { $0.contains(".") }, by: parent)
    let links = below.filter { key, children in
      Set(children) == [key + ".title", key + ".url"]
    }
    return found.subtracting(links.values.joined())
  }

  private func parent(of path: String) -> String {
    path.split(separator: ".").dropLast().joined(separator: ".")
  }

  /// - Parameter document: puts a map into the place where the keys below `path` stand.
  private mutating func search(_ path: String, in document: (String) -> String) {
    let children = known(document("{}")).filter { parent(of: $0) == path }
    found.formUnion(children)
    for child in children {
      let key = child.split(separator: ".").last ?? ""
      for (open, close) in [("", ""), ("[", "]"), ("{ru: ", "}")] {
        search(child) { document("{\(key): \(open)\($0)\(close)}") }
      }
    }
  }

  private func known(_ document: String) -> Set<String> {
    let file = SourceFile("keys.yml", document)
    let (pairs, range, _) = parseRootMap(file, in: file.textRange, limits: .site)
    var fields = Fields(of: pairs ?? [], at: range, in: file)
    read(&fields)
    return Set(
      fields.knownKeys.map { path in
        path.split(separator: ".").filter { $0 != "ru" }.joined(separator: ".")
      })
  }
}
