// Findings → one JSON array, an object a line, for editors and CI. Keys that have nothing to say
// are left out. Lines and columns count from 1, columns in scalars; the end is the place just
// behind the last character.

/// The report for machines.
public struct JSONReport {
  private let file: (String) -> SourceFile?

  /// - Parameter file: the text at a path, for turning offsets into lines and columns.
  public init(file: @escaping (String) -> SourceFile?) {
    self.file = file
  }

  /// All findings in the order given; `[]` when there are none.
  public func render(_ diagnostics: [Diagnostic]) -> [UInt8] {
    var lines = SourceLines(file)
    var output = Array("[".utf8)
    for diagnostic in diagnostics where diagnostic.level != .off {
      output.append(contentsOf: (output.count == 1 ? "\n" : ",\n").utf8)
      render(diagnostic, lines.table(for: diagnostic.file), into: &output)
    }
    output.append(contentsOf: (output.count == 1 ? "]\n" : "\n]\n").utf8)
    return output
  }

  private func render(_ diagnostic: Diagnostic, _ lines: LineTable?, into output: inout [UInt8]) {
    output.append(.openBrace)
    if !diagnostic.file.isEmpty {
      output.append(contentsOf: "\"file\":".utf8)
      output.append(json: diagnostic.file)
      output.append(.comma)
    }
    if let lines, let range = diagnostic.range {
      let start = lines.position(at: range.lowerBound)
      let end = lines.position(at: range.upperBound)
      output.append(contentsOf: "\"line\":\(start.line),\"column\":\(start.column),".utf8)
      output.append(contentsOf: "\"endLine\":\(end.line),\"endColumn\":\(end.column),".utf8)
    }
    output.append(contentsOf: "\"severity\":\"\(diagnostic.level.rawValue)\",".utf8)
    output.append(contentsOf: "\"id\":\"\(diagnostic.id.rawValue)\",\"message\":".utf8)
    output.append(json: diagnostic.message)
    if let hint = diagnostic.hint {
      output.append(contentsOf: ",\"hint\":".utf8)
      output.append(json: hint)
    }
    if let place = diagnostic.includedAt { render(place, diagnostic.otherPlaces, into: &output) }
    output.append(.closeBrace)
  }

  private func render(
    _ place: Diagnostic.Place, _ otherPlaces: Int, into output: inout [UInt8]
  ) {
    output.append(contentsOf: ",\"includedBy\":{\"file\":".utf8)
    output.append(json: place.file)
    if let position = file(place.file)?.position(at: place.range.lowerBound) {
      output.append(contentsOf: ",\"line\":\(position.line)".utf8)
      output.append(contentsOf: ",\"column\":\(position.column)".utf8)
    }
    output.append(contentsOf: ",\"others\":\(otherPlaces)}".utf8)
  }
}
