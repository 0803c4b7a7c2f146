import Foundation
import Testing

@testable import SpravkaKit

/// The cases that the browser's engine must pass as well (BrowserTests/SearchTwinTests.swift).
struct SearchEngineTests {
  @Test func `searches find what the cases say`() async throws {
    let site = try await SearchedSite(at: SearchCase.folder.appending(path: "ranking"))
    var (russian, english) = (try site.engine("ru"), try site.engine("en"))
    let home = site.site.configuration.baseURL.basePath + "/"
    for one in try SearchCase.all() {
      let options = SearchOptions(limit: 10, edition: one.edition)
      let response =
        one.language == "ru"
        ? russian.search(one.query, options) : english.search(one.query, options)
      let name = Comment(rawValue: "\(one.query) \(one.edition ?? "")")
      #expect(response.corrected == one.corrected, name)
      #expect(response.answer?.url == one.answer.map { home + $0 }, name)
      #expect(response.total == one.total, name)
      let urls = response.results.prefix(5).map { result in
        result.url.dropFirst(home.count) + (result.anchor.isEmpty ? "" : "#" + result.anchor)
      }
      #expect(urls == one.urls?.map { $0[...] }, name)
    }
  }
}
