// JSON files that Spravka keeps beside a site, for itself and for people who merge them. They are
// read as YAML, by the code that reads site.yml, so that what is wrong is said with its place.

/// Why a file is not what it was given as.
struct ForeignFile: Error, Equatable {
  /// What completes «it is no baseline: », with the place.
  let reason: String
}

enum OwnJSON {
  private static let limits = YAMLLimits(events: 8_000_000)

  /// Reads the records of a list.
  ///
  /// - Parameters:
  ///   - mark: the key by which the file is known, with the number 1.
  ///   - list: the key of the list.
  ///   - read: gets each record that is not empty.
  static func records<Value>(
    of bytes: [UInt8], mark: String, list: String, _ read: (inout Fields) -> Value?
  ) throws(ForeignFile) -> [Value] {
    if bytes.allSatisfy(\.isASCIIWhitespace) { throw ForeignFile(reason: "it is empty") }
    let file = SourceFile(path: "", bytes: bytes)
    if let offset = firstInvalidUTF8(in: bytes) {
      throw ForeignFile(reason: "it is not UTF-8" + words(offset, in: file))
    }
    let root = parseRootMap(file, in: file.textRange, limits: limits)
    guard let pairs = root.pairs else { throw foreign(root.diagnostics, file) }
    guard pairs.contains(where: { $0.key == mark }) else {
      throw ForeignFile(reason: "it does not say '\(mark)'")
    }
    var fields = Fields(of: pairs, at: root.range, in: file)
    _ = fields.integer(mark, in: 1...1)
    let values = fields.require(fields.items(list) { value(&$0, $1, list, read) }, list)
    let findings = root.diagnostics + fields.finish()
    guard findings.isEmpty else { throw foreign(findings, file) }
    return values ?? []
  }

  private static func value<Value>(
    _ fields: inout Fields, _ item: YAMLNode, _ list: String, _ read: (inout Fields) -> Value?
  ) -> Value? {
    if case .mapping(let pairs) = item.content, pairs.isEmpty { return nil }
    return fields.nested(item, "an item of '\(list)'", path: list, read) ?? nil
  }

  private static func foreign(_ findings: [Diagnostic], _ file: SourceFile) -> ForeignFile {
    let first = findings.min { $0.range?.lowerBound ?? 0 < $1.range?.lowerBound ?? 0 }
    guard let first else { return ForeignFile(reason: "it is no JSON") }
    return ForeignFile(reason: first.message + words(first.range?.lowerBound ?? 0, in: file))
  }

  private static func words(_ offset: Int, in file: SourceFile) -> String {
    let position = file.position(at: offset)
    return ", at line \(position.line), column \(position.column)"
  }
}

extension [UInt8] {
  /// Appends a string of JSON that YAML reads alike: three characters are breaks of lines to it, or
  /// no text.
  ///
  /// - Parameter text: without control characters.
  mutating func append(jsonAndYAML text: String) {
    var plain = ""
    append(.quote)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2028, 0x2029, 0xFEFF:
        append(jsonInside: plain)
        plain = ""
        self += "\\u\(String(scalar.value, radix: 16))".utf8
      default: plain.unicodeScalars.append(scalar)
      }
    }
    append(jsonInside: plain)
    append(.quote)
  }

  private mutating func append(jsonInside text: String) {
    var quoted: [UInt8] = []
    quoted.append(json: text)
    self += quoted.dropFirst().dropLast()
  }
}
