import Foundation
import Testing

// Every fault that Spravka reports is a true one, none is missed, and what it builds leads nowhere
// else than its articles say: all judged by readers that share no code with it.

struct SecondOpinionTests {
  private static let baseURL = "https://help.example/desk"

  /// What a site must lower to be built in spite of its faults.
  private static let levels = """
    levels: {broken-link: warning, broken-anchor: warning, broken-image: warning, invalid-image: warning}

    """

  /// Builds a site without and with raw HTML, and compares both with the readers' opinions.
  private func check(_ site: URL) async throws -> [SecondOpinion] {
    let file = site.appending(path: "content/site.yml")
    let settings = try String(contentsOf: file, encoding: .utf8)
    var built: [(folder: URL, html: Bool)] = []
    var reported: [[Fault: [Place]]] = []
    var ragged: [Set<String>] = []
    for html in [false, true] {
      let more = Self.levels + "markdown: {html: \(html)}\n"
      try (settings + more).write(to: file, atomically: true, encoding: .utf8)
      built.append((site.appending(path: "public-\(html)"), html))
      let json = try await buildSite(in: site, to: built[built.count - 1].folder).json
      reported.append(try reportedFaults(json))
      ragged.append(try raggedPages(json))
    }
    let baseURL = settings.firstMatch(of: /baseURL: (\S+)/).map { String($0.output.1) } ?? ""
    let opinions = try await SecondOpinion.about(site, baseURL: baseURL, built: built)
    for ((ours, opinion), ragged) in zip(zip(reported, opinions), ragged) {
      // What stands beyond the last column of a table is left out, which is said.
      let wrong = opinion.wrongPages.filter { fault in
        !(fault.hasSuffix("is missing") && ragged.contains { fault.hasPrefix($0) })
      }
      #expect(wrong == [])
      #expect(differences(ours, opinion.faults) == [])
    }
    return opinions
  }

  @Test func `both find the faults of a site that has one of each`() async throws {
    try await withScratch { site in
      try site.write(KnownFaults.site)
      let opinions = try await check(site)
      for (opinion, html) in zip(opinions, [false, true]) {
        let known = KnownFaults.always + (html ? "\n" + KnownFaults.raw : "")
        var faults = try Self.faults(known, in: "content/ru/a/links.md")
        faults.merge(try Self.faults(KnownFaults.home, in: "content/ru/_index.md")) { $0 + $1 }
        #expect(differences(faults, opinion.faults) == [])
      }
    }
  }

  @Test func `the reader of pages notices what is taken from a site`() async throws {
    try await withScratch { site in
      try site.write(KnownFaults.site)
      _ = try await check(site)
      let built = site.appending(path: "public-true")
      try FileManager.default.removeItem(at: built.appending(path: "a/p.png"))
      let page = built.appending(path: "a/target/index.html")
      let text = try String(contentsOf: page, encoding: .utf8)
      try text.replacing("id=\"login\"", with: "id=\"logon\"")
        .write(to: page, atomically: true, encoding: .utf8)
      let opinion = try await SecondOpinion.about(
        site, baseURL: Self.baseURL, built: [(built, true)])[0]
      let dangling = opinion.wrongPages.filter { $0.contains("leads to") }
      #expect(dangling.count { $0.hasSuffix("leads to no file") } == 4)
      #expect(dangling.count { $0.hasSuffix("leads to no anchor") } == 4)
    }
  }

  /// `broken-link 4:79 traget.md`, a fault a line.
  private static func faults(_ text: String, in file: String) throws -> [Fault: [Place]] {
    var faults: [Fault: [Place]] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2)
      let target = words.count > 2 ? String(words[2]) : ""
      let fault = Fault(id: String(words[0]), file: file, target: target)
      faults[fault, default: []].append(try Place(words[1]))
    }
    return faults
  }

  @Test(.needsCorpora, .timeLimit(.minutes(10)))
  func `a thousand real articles have the faults that are reported and no others`() async throws {
    try await withScratch { site in
      try await Corpora.makeRealSite(in: site)
      let opinions = try await check(site)
      #expect(opinions[0].counts[0] > 1285)
      #expect(opinions[0].counts[4...5].reduce(0, +) > 14_000)
      #expect(opinions[0].faults.values.map(\.count).reduce(0, +) == 3587)
      #expect(opinions[1].faults.values.map(\.count).reduce(0, +) == 2875)
    }
  }

  @Test(.needsCorpora)
  func `articles of random words have no faults`() async throws {
    try await withScratch { folder in
      let opinions = try await check(try await Corpora.makeSite(articles: 300, in: folder))
      #expect(opinions[0].counts[3] > 300)
      #expect(opinions[0].faults == [:])
    }
  }
}
