// The path of a request → a path of the site, decided here and nowhere else. What is not plainly a
// path of the site is refused; what is left names an entry of a table, never a file of the disk.

/// A path below the server's root: decoded, without the slash in front.
struct RequestTarget: Equatable {
  let path: String

  /// Nil for what no page of a site can have as its address.
  init?(_ raw: [UInt8]) {
    guard raw.first == UInt8(ascii: "/"), raw.count <= 4096,
      let decoded = percentDecoded(raw.dropFirst()),
      let text = String(validating: decoded, as: UTF8.self)
    else { return nil }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" && !(0x80...0x9F).contains($0.value)
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let areNamed = parts.dropLast().allSatisfy { !$0.isEmpty }
    // Of hidden names there is one that servers show (RFC 8615).
    let areShown =
      parts.dropLast().allSatisfy { !$0.hasPrefix(".") || $0 == ".well-known" }
      && parts.last?.hasPrefix(".") != true
    guard isPlain, areNamed, areShown else { return nil }
    path = text
  }
}

/// Nil when a percent sign is not followed by two digits.
private func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
  var bytes: [UInt8] = []
  var index = text.startIndex
  while index < text.endIndex {
    guard text[index] == UInt8(ascii: "%") else {
      bytes.append(text[index])
      index += 1
      continue
    }
    guard index + 2 < text.endIndex, let high = digit(text[index + 1]),
      let low = digit(text[index + 2])
    else { return nil }
    bytes.append(high << 4 | low)
    index += 3
  }
  return bytes
}

private func digit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
