/// A text with `{name}` replaced by what the name stands for; unknown names stay as they are.
func filled(_ pattern: String, _ values: KeyValuePairs<String, String>) -> String {
  var text = ""
  var rest = Substring(pattern)
  while let open = rest.utf8.firstIndex(of: .openBrace),
    let close = rest[open...].utf8.firstIndex(of: .closeBrace)
  {
    let name = rest[rest.utf8.index(after: open)..<close]
    let after = rest.utf8.index(after: close)
    text += rest[..<open]
    text += values.first { $0.key == name }?.value ?? String(rest[open..<after])
    rest = rest[after...]
  }
  return text + rest
}
