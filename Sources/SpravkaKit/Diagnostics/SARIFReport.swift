// Findings → SARIF 2.1.0, the format that hosts of code take findings in: one run, the rules that
// were broken, a result a line. Paths are relative to the root of the repository.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

/// The report for code scanning.
public struct SARIFReport {
  private let file: (String) -> SourceFile?
  private let folder: String

  /// - Parameters: as those of `GitHubReport`.
  public init(folder: String, file: @escaping (String) -> SourceFile?) {
    self.folder = folder
    self.file = file
  }

  /// All findings in the order given.
  public func render(_ diagnostics: [Diagnostic]) -> [UInt8] {
    let shown = diagnostics.filter { $0.level != .off }
    let rules = Set(shown.map(\.id)).sorted { $0.rawValue < $1.rawValue }
    let places = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    var lines = SourceLines(file)
    var seen: [FindingKey: Int] = [:]
    var output: [UInt8] = []
    output += #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","#.utf8
    output += "\n\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Spravka\",".utf8
    output += "\"version\":\"\(spravkaVersion)\",\"semanticVersion\":\"\(spravkaVersion)\",".utf8
    output += "\"rules\":[".utf8
    append(rules.map { rule($0) }, to: &output)
    output += "]}},\n\"columnKind\":\"unicodeCodePoints\",\"originalUriBaseIds\":".utf8
    output += "{\"%SRCROOT%\":{\"description\":{\"text\":\"The root of the repository\"}}},\n".utf8
    output += "\"results\":[".utf8
    let results = shown.map { finding in
      let key = FindingKey(finding)
      seen[key, default: 0] += 1
      return result(
        finding, rule: places[finding.id] ?? 0, fingerprint(key, seen[key] ?? 0), &lines)
    }
    append(results, to: &output)
    output += "]}]}\n".utf8
    return output
  }

  private func append(_ records: [JSONValue], to output: inout [UInt8]) {
    for (index, record) in records.enumerated() {
      output += (index == 0 ? "\n" : ",\n").utf8
      output += record.bytes
    }
    if !records.isEmpty { output.append(.newline) }
  }

  private func rule(_ id: DiagnosticID) -> JSONValue {
    let level = id.defaultLevel
    return .record([
      ("id", .text(id.rawValue)), ("shortDescription", text(id.summary)),
      (
        "defaultConfiguration",
        .record([
          ("enabled", level == .off ? .flag(false) : nil),
          ("level", .text(level == .off ? "none" : level.rawValue)),
        ])
      ),
    ])
  }

  /// Stays when lines above the finding change; the second of two equal ones has its own.
  private func fingerprint(_ key: FindingKey, _ occurrence: Int) -> String {
    var digest = DigestStream()
    for field in [folder + key.file, key.id, key.message] { digest.append(field: field) }
    digest.append(number: occurrence)
    return digest.digest.hex
  }

  private func text(_ words: String) -> JSONValue { .record([("text", .text(words))]) }
}

extension SARIFReport {
  private func result(
    _ finding: Diagnostic, rule: Int, _ fingerprint: String, _ lines: inout SourceLines
  ) -> JSONValue {
    let words = finding.message + (finding.hint.map { "\nhint: \($0)" } ?? "")
    // Hosts drop a result without a place: what is about the site as a whole is shown in its file.
    let path = finding.file.isEmpty ? "content/site.yml" : finding.file
    let table = lines.table(for: finding.file)
    let place = location(path, region(finding.range, in: table))
    return .record([
      ("ruleId", .text(finding.id.rawValue)), ("ruleIndex", .number(rule)),
      ("level", .text(finding.level.rawValue)), ("message", text(words)),
      ("locations", .list([.record(place)])),
      ("relatedLocations", finding.includedAt.map { including($0, finding.otherPlaces, &lines) }),
      ("partialFingerprints", .record([("finding/v1", .text(fingerprint))])),
    ])
  }

  private func including(
    _ place: Diagnostic.Place, _ others: Int, _ lines: inout SourceLines
  ) -> JSONValue {
    let more = others == 0 ? "" : " and in \(others) other place\(others == 1 ? "" : "s")"
    let region = region(place.range, in: lines.table(for: place.file))
    return .list([
      .record(
        [("id", .number(1))] + location(place.file, region)
          + [("message", text("included here" + more))])
    ])
  }

  private func location(
    _ path: String, _ region: JSONValue
  ) -> [(key: String, value: JSONValue?)] {
    let artifact = JSONValue.record([
      ("uri", .text(percentEncodedPath(folder + path))), ("uriBaseId", .text("%SRCROOT%")),
    ])
    return [
      ("physicalLocation", .record([("artifactLocation", artifact), ("region", region)]))
    ]
  }

  /// The first line for what is about a whole file, since hosts want one.
  private func region(_ range: Range<Int>?, in lines: LineTable?) -> JSONValue {
    guard let lines, let range else { return .record([("startLine", .number(1))]) }
    let start = lines.position(at: range.lowerBound)
    let end = lines.position(at: range.upperBound)
    return .record([
      ("startLine", .number(start.line)), ("startColumn", .number(start.column)),
      ("endLine", .number(end.line)), ("endColumn", .number(end.column)),
    ])
  }
}
