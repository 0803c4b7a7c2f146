// Entries of front matter → the line of YAML that a writer pastes, whatever letters it has to hold.

/// `aliases: [a/b, "c, d"]`.
func pastedLine(_ key: String, _ entries: [String]) -> String {
  "\(key): [\(entries.map { yamlScalar($0) }.joined(separator: ", "))]"
}

/// `anchors: {a: b, c: "d: e"}`.
func pastedLine(_ key: String, _ entries: [(key: String, value: String)]) -> String {
  let pairs = entries.map { "\(yamlScalar($0.key)): \(yamlScalar($0.value))" }
  return "\(key): {\(pairs.joined(separator: ", "))}"
}

/// `replacement: ../a.md`.
func pastedValue(_ key: String, _ value: String) -> String { "\(key): \(yamlScalar(value))" }

/// Quoted when it would be anything but this text between brackets.
private func yamlScalar(_ text: String) -> String {
  if isPlain(text) { return text }
  var bytes: [UInt8] = []
  bytes.append(jsonAndYAML: text)
  return String(decoding: bytes, as: UTF8.self)
}

private func isPlain(_ text: String) -> Bool {
  if text == "…" { return true }
  guard let first = text.first, first.isLetter || first.isNumber || first == "." || first == "/",
    text.contains(where: \.isLetter), !otherwise.contains(text.lowercased())
  else { return false }
  // What begins like a number might be one: `1e3`, `0x1F`.
  if first.isNumber || first == ".", !text.contains("/") { return false }
  return text.allSatisfy { $0.isLetter || $0.isNumber || "-_./#".contains($0) }
}

/// What YAML reads as something else than text.
private let otherwise: Set<String> = [
  "true", "false", "yes", "no", "on", "off", "y", "n", "null",
]
