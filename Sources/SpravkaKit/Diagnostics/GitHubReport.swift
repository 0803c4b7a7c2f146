// Findings → workflow commands, which GitHub shows as annotations at the lines of a pull request:
//
//     ::error file=docs/content/ru/a.md,line=5,col=1,endLine=5,endColumn=11,title=broken-link::no…
//
// Errors come first: of one step GitHub shows ten errors and ten warnings, and leaves out the rest.
// Columns are given only where a finding has one line, since GitHub refuses others.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions

/// The report for the log of a GitHub workflow.
public struct GitHubReport {
  private let file: (String) -> SourceFile?
  private let folder: String

  /// - Parameters:
  ///   - folder: of the site, from the root of its repository, with a slash at its end; empty when
  ///     they are the same.
  ///   - file: the text at a path, for turning offsets into lines and columns.
  public init(folder: String, file: @escaping (String) -> SourceFile?) {
    self.folder = folder
    self.file = file
  }

  /// A line a finding; nothing when there are none.
  public func render(_ diagnostics: [Diagnostic]) -> [UInt8] {
    var lines = SourceLines(file)
    var output: [UInt8] = []
    for level in [Level.error, .warning] {
      for finding in diagnostics where finding.level == level {
        render(finding, lines.table(for: finding.file), into: &output)
      }
    }
    return output
  }

  private func render(_ finding: Diagnostic, _ lines: LineTable?, into output: inout [UInt8]) {
    output += "::\(finding.level.rawValue) ".utf8
    if !finding.file.isEmpty {
      output += "file=".utf8
      output.append(property: folder + finding.file)
      if let lines, let range = finding.range { append(range, in: lines, to: &output) }
      output.append(.comma)
    }
    output += "title=\(finding.id.rawValue)::".utf8
    output.append(data: finding.message)
    if let place = finding.includedAt {
      let position = file(place.file)?.position(at: place.range.lowerBound)
      let line = position.map { ":\($0.line)" } ?? ""
      let others = finding.otherPlaces == 0 ? "" : " and \(finding.otherPlaces) more"
      output.append(data: "\nincluded by \(folder)\(place.file)\(line)\(others)")
    }
    if let hint = finding.hint { output.append(data: "\nhint: \(hint)") }
    output.append(.newline)
  }

  /// GitHub's last column is the last character's own.
  private func append(_ range: Range<Int>, in lines: LineTable, to output: inout [UInt8]) {
    let start = lines.position(at: range.lowerBound)
    let end = lines.position(at: range.upperBound)
    if start.line == end.line {
      let last = max(start.column, end.column - 1)
      output += ",line=\(start.line),col=\(start.column)".utf8
      output += ",endLine=\(start.line),endColumn=\(last)".utf8
    } else {
      output += ",line=\(start.line),endLine=\(end.line)".utf8
    }
  }
}

extension [UInt8] {
  /// What a command says, on one line.
  fileprivate mutating func append(data text: String) {
    for byte in text.utf8 {
      switch byte {
      case .percent: self += "%25".utf8
      case .carriageReturn: self += "%0D".utf8
      case .newline: self += "%0A".utf8
      default: append(byte)
      }
    }
  }

  /// The value of a property, which a comma or a colon would end.
  fileprivate mutating func append(property text: String) {
    for byte in text.utf8 {
      switch byte {
      case .percent: self += "%25".utf8
      case .carriageReturn: self += "%0D".utf8
      case .newline: self += "%0A".utf8
      case .colon: self += "%3A".utf8
      case .comma: self += "%2C".utf8
      default: append(byte)
      }
    }
  }
}
