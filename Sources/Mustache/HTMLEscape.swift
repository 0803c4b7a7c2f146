// Text → HTML: the only place in Spravka that escapes. Runs of plain bytes are copied whole, which
// is many times faster than going byte by byte, and quotes are always escaped, so that the same
// function serves element content and attribute values in double quotes.

/// Appends `bytes` with `&`, `<`, `>` and `"` written as character references.
public func appendEscaped(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
  var runStart = 0
  for index in bytes.indices {
    guard let reference = characterReference(for: bytes[index]) else { continue }
    output.append(bytes.extracting(runStart..<index))
    output.append(reference)
    runStart = index + 1
  }
  output.append(bytes.extracting(runStart..<bytes.count))
}

/// Appends `bytes` with `&`, `<`, `>` and `"` written as character references.
public func appendEscaped(_ bytes: [UInt8], to output: inout [UInt8]) {
  appendEscaped(bytes.span, to: &output)
}

/// Appends `bytes` with `&`, `<`, `>` and `"` written as character references.
public func appendEscaped(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
  appendEscaped(bytes.span, to: &output)
}

/// Appends `text` with `&`, `<`, `>` and `"` written as character references.
public func appendEscaped(_ text: String, to output: inout [UInt8]) {
  appendEscaped(text.utf8.span, to: &output)
}

@inline(__always)
private func characterReference(for byte: UInt8) -> StaticString? {
  // All four stand at or below `>`; letters and every byte of Cyrillic stand above.
  guard byte <= UInt8(ascii: ">") else { return nil }
  return switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  default: nil
  }
}
