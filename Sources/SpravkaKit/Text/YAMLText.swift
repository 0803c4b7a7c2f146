// A text → the value of a YAML key, which every reader of YAML takes for just this text.

/// A text as people type it: as it is where nothing in it means anything to YAML, else in double
/// quotes.
///
/// - Parameter text: one line, see `oneLine`.
func yamlText(_ text: String) -> String {
  isPlainYAML(text) ? text : "\"" + text.unicodeScalars.map(escaped).joined() + "\""
}

/// A text on one line, without what no line of YAML may hold: runs of white space and control
/// characters are one space, none is left at the ends.
func oneLine(_ text: String) -> String {
  let scalars = text.unicodeScalars.map { scalar in
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF: " " as Unicode.Scalar
    default: scalar
    }
  }
  return scalars.split(separator: " ").map { String(String.UnicodeScalarView($0)) }
    .joined(separator: " ")
}

/// Rather too few than too many: quotes are never wrong.
private func isPlainYAML(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  guard let first = scalars.first, first == "«" || first.properties.isAlphabetic else {
    return false
  }
  return scalars.allSatisfy {
    $0.properties.isAlphabetic || (0x30...0x39).contains($0.value) || harmless.contains($0)
  } && !words.contains(text.lowercased())
}

private let harmless = Set(" ,.;!?()«»„“”–—-/+%'’…№".unicodeScalars)

/// What YAML 1.1 takes for something else than text.
private let words: Set = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]

private func escaped(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\"", "\\": "\\\(scalar)"
  case "\u{FEFF}": "\\uFEFF"
  default: String(scalar)
  }
}
