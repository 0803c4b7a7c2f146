import Foundation
import Testing

@testable import SpravkaKit

/// A case of Tests/Search/ranking.json: a search of the site beside it, and what must come of it.
struct SearchCase: Decodable, Equatable {
  var query: String
  var language: String
  var edition: String?
  /// What was searched instead of what was typed.
  var corrected: String?
  /// The URL of the article whose short answer is shown.
  var answer: String?
  /// How many articles match.
  var total: Int
  /// The first five, below the site's home, each with the anchor of its best section.
  var urls: [String]

  static let folder = URL(filePath: #filePath).appending(path: "../../../Search").standardized

  static func all() throws -> [SearchCase] {
    let data = try Data(contentsOf: folder.appending(path: "ranking.json"))
    return try JSONDecoder().decode([SearchCase].self, from: data)
  }

  /// A case a line.
  static func write(_ cases: [SearchCase]) throws {
    let text = "[\n  " + cases.map(\.line).joined(separator: ",\n  ") + "\n]\n"
    try text.write(to: folder.appending(path: "ranking.json"), atomically: true, encoding: .utf8)
  }

  private var line: String {
    let texts = [
      ("query", query), ("language", language), ("edition", edition), ("corrected", corrected),
      ("answer", answer),
    ]
    let fields = texts.compactMap { key, text in text.map { "\"\(key)\": \(Self.quoted($0))" } }
    let list = urls.map(Self.quoted).joined(separator: ", ")
    let all = fields + ["\"total\": \(total)", "\"urls\": [\(list)]"]
    return "{" + all.joined(separator: ", ") + "}"
  }

  private static func quoted(_ text: String) -> String {
    var json: [UInt8] = []
    json.append(json: text)
    return String(decoding: json, as: UTF8.self)
  }

  /// The same search with what has been found.
  ///
  /// - Parameter home: what all URLs begin with.
  func with(_ response: SearchResponse, below home: String) -> SearchCase {
    var found = self
    found.corrected = response.corrected
    found.answer = response.answer.map { String($0.url.dropFirst(home.count)) }
    found.total = response.total
    found.urls = response.results.prefix(5).map { result in
      result.url.dropFirst(home.count) + (result.anchor.isEmpty ? "" : "#" + result.anchor)
    }
    return found
  }
}

/// The site of a folder, with the index of each language.
struct SearchedSite {
  let site: Site
  let indexes: [SearchIndex]

  init(at folder: URL) async throws {
    let tree = try await scan(folder.path, jobs: 2).tree
    var options = BuildOptions(today: try #require(CalendarDate("2026-11-20")))
    options.jobs = 2
    var timer = StageTimer()
    site = await Draft(of: tree, [], options, &timer).site
    indexes = await searchIndexes(of: site, jobs: 2)
  }

  func engine(_ language: String) throws -> SearchEngine {
    let index = try #require(indexes.first { $0.language == language })
    return SearchEngine(index, basePath: site.configuration.baseURL.basePath)
  }
}
