import Foundation
import Testing

@testable import SpravkaKit

/// The two engines, in Swift and in the browser: whatever is searched, they must find the same.
struct SearchTwinTests {
  @Test func `both engines find the same, in the same order`() async throws {
    let folder = checkout.appending(path: "Tests/Search")
    let cases = try Data(contentsOf: folder.appending(path: "ranking.json"))
    let queries = try JSONDecoder().decode([TwinQuery].self, from: cases)
    try await compare(on: folder.appending(path: "ranking"), basePath: "/help/") { titles in
      queries + titles.flatMap(TwinQuery.mutations)
    }
  }

  @Test func `both engines find the same of the help desk, whatever happens to a title`()
    async throws
  {
    try await compare(on: checkout, basePath: "/") { $0.flatMap(TwinQuery.mutations) }
  }

  /// Builds the site of a folder, searches it by both engines and compares all that they find.
  ///
  /// - Parameter queries: what to search, from the titles of all articles.
  private func compare(
    on folder: URL, basePath: String, _ queries: ([TwinQuery]) -> [TwinQuery]
  ) async throws {
    try await withScratch { site in
      let output = site.appending(path: "public")
      try FileManager.default.copyItem(
        at: folder.appending(path: "content"), to: site.appending(path: "content"))
      _ = try await buildSite(in: site, to: output)
      let twin = try await SwiftEngine(at: site)
      let queries = queries(twin.titles)
      try #require(queries.count > 200)
      try JSONEncoder().encode(queries).write(to: output.appending(path: "queries.json"))
      let found = try twin.find(queries)
      try await withSite(at: output, basePath: basePath) { url in
        try await withBrowser { browser in
          try await browser.open(url)
          let foundThere: [[String]] = try await browser.evaluate(Self.findAll(below: basePath))
          for (query, (here, there)) in zip(queries, zip(found, foundThere)) where here != there {
            Issue.record("\(query): Swift \(here), browser \(there)")
          }
          #expect(foundThere.count == found.count)
        }
      }
    }
  }

  private static func findAll(below basePath: String) -> String {
    """
    const { open } = await import("\(basePath)search/api.js");
    const queries = await (await fetch("\(basePath)queries.json")).json();
    const engines = {};
    const found = [];
    for (const { query, language, edition, isExact } of queries) {
      engines[language] ??= await open({ language });
      const { results, answer, corrected, total, loose, failed } =
        await engines[language].search(query, { edition, exact: isExact });
      found.push([corrected ?? "-", `${total} ${loose}`, answer ? answer.url + " " + answer.summary : "-",
        ...results.map(({ url, title, anchor, category, score, sections }) => [url, anchor, title,
          category?.url ?? "-", Math.round(score * 1e6), ...sections.map((one) => one.anchor)].join(" "))]);
      if (failed) throw new Error(query);
    }
    return found;
    """
  }
}

/// Something to search for.
struct TwinQuery: Codable, CustomStringConvertible {
  var query: String
  var language: String
  var edition: String?
  var isExact: Bool?

  var description: String { "\(language) '\(query)' \(edition ?? "") \(isExact == true)" }

  /// A title as readers may type it.
  static func mutations(of title: TwinQuery) -> [TwinQuery] {
    let words = title.query.split(separator: " ").map(String.init)
    let mistyped = [
      changeLongest(words) { $0.remove(at: $0.count / 2) },
      changeLongest(words) { $0.swapAt($0.count / 2, $0.count / 2 - 1) },
      changeLongest(words) { $0[$0.count / 2] = "ы" },
      changeLongest(words) { $0.removeSubrange(($0.count / 2)...($0.count / 2 + 1)) },
      KeyboardLayout.latin.retyped(title.query), KeyboardLayout.cyrillic.retyped(title.query),
      words.map { slug(of: $0) }.joined(separator: " "),
    ]
    let cut =
      [1, 3].map { String(title.query.dropLast($0)) }
      + [1, 4].map {
        String(title.query.prefix($0))
      }
    let beginning = words.prefix(2).joined(separator: " ")
    let otherwise: [String] = [
      title.query, title.query.uppercased(), words.reversed().joined(separator: " "),
      words.joined(separator: "-"), "\"\(title.query)\"", "«\(beginning)» \(words.last ?? "")",
      "как мне \(title.query), подскажите",
    ]
    var queries = (mistyped + cut + otherwise).map {
      TwinQuery(query: $0, language: title.language)
    }
    queries.append(TwinQuery(query: title.query, language: title.language, isExact: true))
    for edition in ["cloud", "kiosk"] {
      queries.append(TwinQuery(query: title.query, language: title.language, edition: edition))
    }
    return queries
  }

  private static func changeLongest(
    _ words: [String], _ change: (inout [Character]) -> Void
  ) -> String {
    let longest = words.max { $0.count < $1.count } ?? ""
    return words.map { word in
      guard word == longest, word.count > 3 else { return word }
      var letters = Array(word)
      change(&letters)
      return String(letters)
    }.joined(separator: " ")
  }
}

/// The engine of the kit over the site in a folder.
private struct SwiftEngine {
  let site: Site
  let indexes: [SearchIndex]

  init(at folder: URL) async throws {
    let tree = try await scan(folder.path, jobs: 2).tree
    guard let today = CalendarDate("2026-11-20") else { throw ProgramFailure("no such day") }
    var timer = StageTimer()
    site = await Draft(of: tree, [], BuildOptions(today: today), &timer).site
    indexes = await searchIndexes(of: site, jobs: 2)
  }

  /// The titles of all articles that can be found.
  var titles: [TwinQuery] {
    indexes.flatMap { index in
      index.documents.map { TwinQuery(query: site[$0.page].title, language: index.language) }
    }
  }

  func find(_ queries: [TwinQuery]) throws -> [[String]] {
    var found = [[String]](repeating: [], count: queries.count)
    for index in indexes {
      var engine = SearchEngine(index, basePath: site.configuration.baseURL.basePath)
      for (number, query) in queries.enumerated() where query.language == index.language {
        let response = engine.search(
          query.query, SearchOptions(edition: query.edition, isExact: query.isExact ?? false))
        found[number] = described(response)
      }
    }
    return found
  }

  private func described(_ response: SearchResponse) -> [String] {
    let answer = response.answer.map { "\($0.url) \($0.summary)" }
    return [
      response.corrected ?? "-", "\(response.total) \(response.isLoose)", answer ?? "-",
    ]
      + response.results.map { result in
        let parts = [
          result.url, result.anchor, result.title, result.category?.url ?? "-",
          "\(Int((result.score * 1e6).rounded()))",
        ]
        return (parts + result.sections.map(\.anchor)).joined(separator: " ")
      }
  }
}
