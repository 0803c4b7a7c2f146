import Foundation
import Testing

@testable import SpravkaKit

/// The manual as a site, and what it says of writing.
struct ManualTests {
  /// The pages of the manual, by their paths.
  private func pages() async throws -> [String: String] {
    let scanned = try await scan(ManualPage.site.path, jobs: 2)
    var options = BuildOptions(today: try #require(CalendarDate("2026-11-20")))
    options.isStrict = true
    let result = await build(scanned.tree, scanned: scanned.diagnostics, options)
    let report = TextReport(file: scanned.tree.file(at:)).render(result.diagnostics)
    if !result.diagnostics.isEmpty {
      Issue.record(Comment(rawValue: String(decoding: report, as: UTF8.self)))
    }
    var pages: [String: String] = [:]
    for output in result.outputs where output.path.hasSuffix(".html") {
      guard case .made(let make) = output.content else { continue }
      let page = String(decoding: make(), as: UTF8.self)
      // The menu has blocks of its own.
      pages[output.path] = page.range(of: "<main ").map { String(page[$0.lowerBound...]) }
    }
    return pages
  }

  @Test func `the manual builds without a finding, and shows every construct`() async throws {
    let pages = try await pages()
    for (article, marks) in Self.constructs {
      let page = try #require(pages["writing/\(article)/index.html"], "\(article)")
      for mark in marks { #expect(page.contains(mark), "\(article): \(mark)") }
    }
  }

  /// What stands in the page of an article only where a construct is rendered.
  private static let constructs: KeyValuePairs<String, [String]> = [
    "text": ["<del>", "<ol>", "<blockquote>", "class=\"language-yaml\"", "href=\"mailto:"],
    "tables": ["<th scope=\"col\" class=\"center\">", "<td class=\"right\">"],
    "tasks-and-footnotes": ["type=\"checkbox\"", "checked disabled", "class=\"footnotes\""],
    "callouts": Callout.allCases.map { "<div class=\"callout \($0.rawValue)\"" },
    "details": ["<details>", "<details open>", "<details name=\"ways\">"],
    "tabs": ["<div class=\"tabs\" data-group=\"os\">", "<div class=\"tab\">"],
    "editions": ["data-edition=\"cloud\"", "data-edition=\"on-premise\""],
    "includes": ["нажмите <strong>Подтвердить почту</strong>"],
    "links": ["<p class=\"card\">"],
    "pictures": ["<figure>", "width=\"320\" height=\"160\"", "example.csv"],
    "summary": ["<section class=\"summary\">"],
    "dates": ["<ul class=\"meta\">", "<dl class=\"imprint\">", "<details class=\"history\">"],
    "recommended": [
      "id=\"_recommended\"", "rel=\"tag\"", "class=\"neighbours\"", "<details class=\"history\">",
    ],
  ]

  @Test func `every directive is in the table, with its title and attributes`() throws {
    let table = try ManualPage("writing/directives.md").table("all")
    let known = Directive.allCases.map { directive in
      [directive.rawValue, directive.takesLabel ? "да" : "нет"] + directive.attributes
    }
    #expect(table.map { [$0[0].code ?? "", $0[1]] + $0[2].codes } == known)
  }

  @Test func `every kind of callout is explained`() throws {
    let page = try ManualPage("writing/callouts.md")
    #expect(try page.names("which") == Callout.allCases.map(\.rawValue))
    let examples = try page.section("github").lines
    for kind in Callout.allCases {
      #expect(examples.contains("> [!\(kind.rawValue.uppercased())]"))
    }
  }
}
