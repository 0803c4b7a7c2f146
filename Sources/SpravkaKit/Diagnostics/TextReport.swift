// Findings → the text that people read:
//
//     content/ru/a/b.md:12:8: error: no article at 'passwords.md' [broken-link]
//       See [the other](passwords.md) page.
//                       ^~~~~~~~~~~~
//       hint: did you mean 'password.md'?
//     1 error

/// The report for a terminal or a log; columns are scalars, carets stand by width.
public struct TextReport {
  private let file: (String) -> SourceFile?

  /// - Parameter file: the text at a path, for showing the line that a finding is about.
  public init(file: @escaping (String) -> SourceFile?) {
    self.file = file
  }

  /// All findings in the order given, then one line that counts them; empty when there are none.
  public func render(_ diagnostics: [Diagnostic]) -> [UInt8] {
    var lines = SourceLines(file)
    var output: [UInt8] = []
    for diagnostic in diagnostics where diagnostic.level != .off {
      render(diagnostic, lines.table(for: diagnostic.file), into: &output)
    }
    let summary = Self.summary(of: diagnostics)
    if !summary.isEmpty { output.append(contentsOf: (summary + "\n").utf8) }
    return output
  }

  /// `2 errors, 1 warning`; empty when there are none.
  public static func summary(of diagnostics: [Diagnostic]) -> String {
    [Level.error, .warning].compactMap { level in
      let count = diagnostics.count { $0.level == level }
      return count == 0 ? nil : "\(count) \(level.rawValue)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }
}

extension TextReport {
  private func render(_ diagnostic: Diagnostic, _ lines: LineTable?, into output: inout [UInt8]) {
    var excerpt: Excerpt?
    if !diagnostic.file.isEmpty {
      output.append(shown: diagnostic.file)
      if let lines, let range = diagnostic.range {
        let position = lines.position(at: range.lowerBound)
        output.append(contentsOf: ":\(position.line):\(position.column)".utf8)
        excerpt = Excerpt(of: range, in: lines)
      }
      output.append(contentsOf: ": ".utf8)
    }
    output.append(contentsOf: "\(diagnostic.level.rawValue): ".utf8)
    output.append(shown: diagnostic.message)
    output.append(contentsOf: " [\(diagnostic.id.rawValue)]\n".utf8)
    excerpt?.render(into: &output)
    if let place = diagnostic.includedAt {
      output.append(shown: "  included by \(place.file)")
      if let position = file(place.file)?.position(at: place.range.lowerBound) {
        output.append(contentsOf: ":\(position.line):\(position.column)".utf8)
      }
      let others = diagnostic.otherPlaces
      if others > 0 {
        output.append(contentsOf: " and in \(others) other place\(others == 1 ? "" : "s")".utf8)
      }
      output.append(.newline)
    }
    if let hint = diagnostic.hint {
      output.append(contentsOf: "  hint: ".utf8)
      output.append(shown: hint)
      output.append(.newline)
    }
  }
}
