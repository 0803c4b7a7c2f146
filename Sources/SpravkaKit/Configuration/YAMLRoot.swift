/// Reads YAML that must be a map, as all of ours is; an empty text is an empty map.
///
/// The pairs are nil when the text is wrong, which the findings then say.
func parseRootMap(
  _ file: SourceFile, in range: Range<Int>, limits: YAMLLimits
) -> (pairs: [YAMLPair]?, range: Range<Int>, diagnostics: [Diagnostic]) {
  let document = parseYAML(file, in: range, limits: limits)
  guard let root = document.root else {
    return (document.diagnostics.isEmpty ? [] : nil, range, document.diagnostics)
  }
  if case .mapping(let pairs) = root.content { return (pairs, root.range, document.diagnostics) }
  let problem = YAMLProblem.notAMap(root, in: file.bytes).diagnostic(in: file.path)
  return (nil, root.range, document.diagnostics + [problem])
}

extension YAMLProblem {
  fileprivate static func notAMap(_ root: YAMLNode, in bytes: [UInt8]) -> YAMLProblem {
    let line = YAMLLine(at: root.range.lowerBound, in: bytes)
    if case .scalar(_, isPlain: true) = root.content { return .noColon(in: line) }
    return YAMLProblem(
      message: "this is not of the form 'key: value'", range: line.content,
      hint: "begin each line with a key and a colon")
  }
}

extension SourceFile {
  /// All of the text, without the mark that some editors put before it (U+FEFF).
  var textRange: Range<Int> {
    (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)..<bytes.count
  }
}
