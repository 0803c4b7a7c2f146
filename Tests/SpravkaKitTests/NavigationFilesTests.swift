import Foundation
import Testing

@testable import SpravkaKit

/// The lists for scripts, read as a script would read them.
struct NavigationFilesTests {
  /// A category of some articles beside a category of a hundred and fifty categories.
  private static func outputs(siblings: Int) async throws -> [String: [UInt8]] {
    var files = ["ru/_index.md": markdown("title: Справка")]
    for number in 0..<siblings {
      files["ru/a/n\(10_000 + number).md"] = markdown("title: Статья \(10_000 + number)")
    }
    for number in 0..<150 {
      files["ru/b/c\(100 + number)/same.md"] = markdown("title: Одноимённая \(number)")
    }
    let site = try await SmallSite(files).site
    let theme = Theme(builtin: BuiltinTheme.files(), overrides: [], languages: site.languages)
    var made: [String: [UInt8]] = [:]
    for output in await Recipes(of: site, with: theme, jobs: 2).outputs {
      if case .made(let make) = output.content { made[output.path] = make() }
    }
    return made
  }

  private static func json<Value: Decodable>(
    _ path: String, in outputs: [String: [UInt8]], as type: Value.Type = Value.self
  ) throws -> Value {
    try JSONDecoder().decode(type, from: Data(try #require(outputs[path], "\(path)")))
  }

  private struct Categories: Decodable {
    let shards: Int
    let categories: [Row]
  }

  private struct Children: Decodable {
    let items: [Row]
    let more: Bool
  }

  /// A URL, a title, and numbers behind them.
  private struct Row: Decodable {
    let url: String
    let title: String
    var numbers: [Int] = []

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      url = try values.decode(String.self)
      title = try values.decode(String.self)
      while !values.isAtEnd { numbers.append(try values.decode(Int.self)) }
    }
  }

  @Test func `a script finds each article in the shard that it works out`() async throws {
    let outputs = try await Self.outputs(siblings: 1050)
    let shards = try Self.json("nav.json", in: outputs, as: Categories.self).shards
    #expect(shards == 6)
    #expect(outputs["nav/slugs/6.json"] == nil)
    for number in 0..<1050 {
      let slug = "n\(10_000 + number)"
      var hash: UInt32 = 2_166_136_261
      for byte in slug.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      let shard: [String: [Row]] = try Self.json(
        "nav/slugs/\(hash % UInt32(shards)).json", in: outputs)
      #expect(shard[slug]?.map(\.url) == ["a/\(slug)/"])
      #expect(shard[slug]?.map(\.title) == ["Статья \(10_000 + number)"])
    }
    let all = try (0..<shards).map {
      try Self.json("nav/slugs/\($0).json", in: outputs, as: [String: [Row]].self)
    }
    #expect(all.map(\.count).reduce(0, +) == 1051)
    #expect(all.allSatisfy { (100...300).contains($0.count) })
    // Of a name that says nothing, as many as a reader can look at.
    let same = all.compactMap { $0["same"] }.flatMap { $0.map(\.url) }
    #expect(same == (0..<10).map { "b/c\(100 + $0)/same/" })
  }

  @Test func `the hash is that of the specification`() {
    #expect(fnv1a32("") == 0x811C_9DC5)
    #expect(fnv1a32("a") == 0xE40C_292C)
    #expect(fnv1a32("foobar") == 0xBF9C_F968)
  }

  @Test func `all categories are listed, each with what the sidebar would show`() async throws {
    let outputs = try await Self.outputs(siblings: 101)
    let rows = try Self.json("nav.json", in: outputs, as: Categories.self).categories
    #expect(rows.prefix(3).map(\.url) == ["a/", "b/", "b/c100/"])
    #expect(rows.prefix(3).map(\.numbers) == [[101, 1], [150, 1], [1, 1]])
    #expect(rows.count == 152)
    let articles = try Self.json("nav/a.json", in: outputs, as: Children.self)
    #expect(articles.items.map(\.url) == (0..<100).map { "n\(10_000 + $0)/" })
    #expect(articles.items.allSatisfy { $0.numbers == [0] })
    #expect(articles.more)
    let categories = try Self.json("nav/b.json", in: outputs, as: Children.self)
    #expect(categories.items.allSatisfy { $0.numbers == [1] })
    let category = try Self.json("nav/b/c100.json", in: outputs, as: Children.self)
    #expect(category.items.map(\.title) == ["Одноимённая 0"])
    #expect(!category.more)
  }

  @Test func `nothing but the list of all categories grows with the site`() async throws {
    let few = try await Self.outputs(siblings: 200)
    let many = try await Self.outputs(siblings: 1200)
    // Numbers of pages and of articles in words are a few bytes longer.
    let slack = 1000
    for path in [
      "index.html", "a/index.html", "a/n10050/index.html", "b/index.html", "search/index.html",
      "404.html", "nav/a.json", "nav/b.json",
    ] {
      let sizes = try [few, many].map { try #require($0[path]).count }
      #expect(abs(sizes[0] - sizes[1]) < slack, "\(path): \(sizes)")
    }
  }
}
