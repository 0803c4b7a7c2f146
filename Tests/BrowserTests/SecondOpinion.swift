import Foundation

// What independent readers (Python's HTML parser on the pages, cmark on the articles; see Readers/)
// say about built sites, beside what Spravka has reported.

/// A fault of a link, a picture or an anchor, apart from its place.
struct Fault: Hashable, CustomStringConvertible {
  let id: String
  let file: String
  /// What is wrong with it, as the article says it: `b.md`, `#anchor`.
  let target: String

  var description: String { "\(file): \(target) [\(id)]" }
}

/// Where a fault is: a line and a column, or, where a reader cannot tell, the lines of a paragraph.
enum Place: Equatable {
  case point(line: Int, column: Int)
  case lines(ClosedRange<Int>)

  init(_ text: Substring) throws {
    let numbers = text.split { $0 == ":" || $0 == "-" }.compactMap { Int($0) }
    guard numbers.count == 2 else { throw ProgramFailure("not a place: \(text)") }
    self =
      text.contains(":")
      ? .point(line: numbers[0], column: numbers[1])
      : .lines(numbers[0]...max(numbers[0], numbers[1]))
  }

  func admits(_ other: Place) -> Bool {
    switch self {
    case .point: return self == other
    case .lines(let lines):
      guard case .point(let line, _) = other else { return false }
      return lines.contains(line)
    }
  }
}

/// What the readers say about one built site.
struct SecondOpinion {
  /// What leads nowhere in the pages, and where they differ from what the articles ask for.
  var wrongPages: [String] = []
  var faults: [Fault: [Place]] = [:]
  /// Pages, links between files, anchors in pages; articles, their links, pictures and anchors.
  var counts: [Int] = []

  /// - Parameter built: the folders, each built of the site; `html` where raw HTML was allowed.
  static func about(
    _ site: URL, baseURL: String, built: [(folder: URL, html: Bool)]
  ) async throws -> [SecondOpinion] {
    let script = checkout.appending(path: "Tests/BrowserTests/Readers/opinion.py")
    let folders = built.map { $0.folder.path + ($0.html ? "+html" : "") }
    let said = try await output(
      of: "python3", [script.path, site.path, baseURL] + folders, in: site)
    var opinions = built.map { _ in SecondOpinion() }
    for line in said.split(separator: "\n") {
      let words = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard words.count > 2, let number = Int(words[0]), opinions.indices.contains(number) else {
        throw ProgramFailure("not understood: \(line)")
      }
      try opinions[number].add(String(words[1]), words.dropFirst(2))
    }
    return opinions
  }

  private mutating func add(_ kind: String, _ words: ArraySlice<Substring>) throws {
    let words = Array(words)
    switch kind {
    case "counts": counts = words.compactMap { Int($0) }
    case "fault" where words.count == 4:
      let fault = Fault(id: String(words[0]), file: String(words[1]), target: String(words[3]))
      faults[fault, default: []].append(try Place(words[2]))
    default: wrongPages.append(words.joined(separator: " "))
    }
  }
}

/// What Spravka has reported about links, pictures and anchors, from its report for machines.
func reportedFaults(_ json: Data) throws -> [Fault: [Place]] {
  struct Finding: Decodable {
    let id: String
    let file: String
    let line: Int?
    let column: Int?
    let message: String
  }
  var faults: [Fault: [Place]] = [:]
  for finding in try JSONDecoder().decode([Finding].self, from: json) {
    guard let target = target(of: finding.id, finding.message), let line = finding.line,
      let column = finding.column
    else { continue }
    let fault = Fault(id: finding.id, file: finding.file, target: target)
    faults[fault, default: []].append(.point(line: line, column: column))
  }
  return faults
}

/// The folders of the pages that lost cells of a table: `a/b/`.
func raggedPages(_ json: Data) throws -> Set<String> {
  struct Finding: Decodable {
    let id: String
    let file: String
  }
  let findings = try JSONDecoder().decode([Finding].self, from: json)
  return Set(
    findings.filter { $0.id == "ragged-table" }.map {
      $0.file.replacing("content/ru/", with: "").replacing(".md", with: "/")
    })
}

private func target(of id: String, _ message: String) -> String? {
  let pattern =
    switch id {
    case "broken-link", "broken-image":
      /(?:no (?:article|file|page|picture) at )?'(.*)'(?: leads out of the content folder)?/
    case "broken-anchor": /no heading with the anchor '(#.*)' (?:on (?:this|that) page|in '.*')/
    case "external-image": /(?:the picture )?'(.*)' is on another site/
    case "unsafe-url": /the URL '(.*)' is left out: .*/
    default: /()(?!)/
    }
  return message.wholeMatch(of: pattern).map { String($0.output.1) }
}

/// What one of two sides has that the other has not, in words.
func differences(_ reported: [Fault: [Place]], _ known: [Fault: [Place]]) -> [String] {
  Set(reported.keys).union(known.keys).sorted { "\($0)" < "\($1)" }.flatMap { fault in
    let ours = reported[fault] ?? []
    let theirs = known[fault] ?? []
    if ours.count < theirs.count { return ["missed: \(fault), \(ours) of \(theirs)"] }
    if ours.count > theirs.count { return ["false: \(fault), \(ours) where \(theirs) are true"] }
    let strayed =
      ours.filter { place in !theirs.contains { $0.admits(place) } }
      + theirs.filter { place in !ours.contains { place.admits($0) } }
    return strayed.isEmpty ? [] : ["in the wrong place: \(fault), \(ours) for \(theirs)"]
  }
}
