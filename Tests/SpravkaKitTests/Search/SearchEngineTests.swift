import Foundation
import Testing

@testable import SpravkaKit

/// The cases of Tests/Search/ranking.json.
///
/// The browser's engine finds the same, or BrowserTests/SearchTwinTests.swift fails.
///
/// `make golden` rewrites what is expected, and the test fails then: read the difference.
struct SearchEngineTests {
  @Test func `searches find what the cases say`() async throws {
    let site = try await SearchedSite(at: SearchCase.folder.appending(path: "ranking"))
    var russian = try site.engine("ru")
    var english = try site.engine("en")
    let cases = try SearchCase.all()
    #expect(cases.count > 100)
    var found: [SearchCase] = []
    for one in cases {
      let options = SearchOptions(limit: 10, edition: one.edition)
      let response =
        one.language == "ru"
        ? russian.search(one.query, options) : english.search(one.query, options)
      found.append(one.with(response, below: site.site.configuration.baseURL.basePath + "/"))
    }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try SearchCase.write(found)
      Issue.record("ranking.json was rewritten: read the difference before you commit it")
    }
    for (one, there) in zip(cases, found) { #expect(there == one) }
  }
}
