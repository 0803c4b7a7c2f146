// Findings that a site has had for long → a file that CI keeps, so that only new ones fail:
//
//     {"spravka-baseline": 1, "findings": [
//     {"file": "content/ru/a.md", "id": "long-paragraph", "message": "…", "count": 2},
//     {}
//     ]}
//
// Sorted, one finding a line, without lines and columns. The empty record at the end lets each line
// close with a comma, so that two branches which add findings change no line in common.

/// Findings that are known and count no more.
public struct Baseline: Equatable, Sendable {
  /// How often each is known.
  private(set) var counts: [FindingKey: Int] = [:]

  init(_ counts: [FindingKey: Int] = [:]) {
    self.counts = counts
  }

  /// All findings but those with a fixed level: with one of these a site has no one right output.
  public init(of findings: [Diagnostic]) {
    for finding in findings where Self.mayHold(finding) {
      counts[FindingKey(finding), default: 0] += 1
    }
  }

  /// How many findings it holds.
  public var size: Int { counts.values.reduce(0, +) }

  /// What is left of findings.
  public struct Remainder: Sendable {
    /// Those that are not known, in the order given.
    public var findings: [Diagnostic] = []
    /// How many were known.
    public var known = 0
    /// How many of the known ones were not found again.
    public var vanished = 0
  }

  /// Takes the known findings out; of more equal ones than it knows, the last are new.
  ///
  /// - Parameter unasked: what nobody looked for: that it is not found says nothing.
  public func remainder(
    of findings: [Diagnostic], unasked: Set<DiagnosticID> = []
  ) -> Remainder {
    var left = counts
    var remainder = Remainder()
    for finding in findings {
      if Self.mayHold(finding), let count = left[FindingKey(finding)], count > 0 {
        left[FindingKey(finding)] = count - 1
        remainder.known += 1
      } else {
        remainder.findings.append(finding)
      }
    }
    let isUnasked = { (key: FindingKey) in unasked.contains { $0.rawValue == key.id } }
    remainder.vanished = left.filter { !isUnasked($0.key) }.values.reduce(0, +)
    return remainder
  }

  /// Whether it knows a finding of one of these kinds.
  public func holds(_ ids: Set<DiagnosticID>) -> Bool {
    counts.keys.contains { key in ids.contains { $0.rawValue == key.id } }
  }

  private static func mayHold(_ finding: Diagnostic) -> Bool { !finding.id.isFixed }
}

extension Baseline {
  public var encoded: [UInt8] {
    var bytes = Array("{\"\(Self.mark)\": 1, \"findings\": [\n".utf8)
    for (key, count) in counts.sorted(by: { FindingKey.precedes($0.key, $1.key) }) {
      bytes += "{\"file\": ".utf8
      bytes.append(jsonAndYAML: key.file)
      bytes += ", \"id\": \"\(key.id)\", \"message\": ".utf8
      bytes.append(jsonAndYAML: key.message)
      bytes += ", \"count\": \(count)},\n".utf8
    }
    bytes += "{}\n]}\n".utf8
    return bytes
  }

  /// Tells a baseline from other files; the number behind it is the version of the form.
  static let mark = "spravka-baseline"

  /// One digest for all baselines that take out the same findings.
  public var digest: String { Digest(of: encoded).hex }
}
