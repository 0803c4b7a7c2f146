// Percent-encoding and relative paths: pure text, nothing of the site.

/// `%D1%84` → `ф`; what is no valid escape, or would not be UTF-8, stays as it is.
func percentDecoded(_ text: String) -> String {
  guard text.utf8.contains(.percent) else { return text }
  let bytes = Array(text.utf8)
  var decoded: [UInt8] = []
  decoded.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    if bytes[index] == .percent, index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
      let low = hexValue(bytes[index + 2])
    {
      decoded.append(high << 4 | low)
      index += 3
    } else {
      decoded.append(bytes[index])
      index += 1
    }
  }
  return String(validating: decoded, as: UTF8.self) ?? text
}

private func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}

/// A URL path in which every byte that needs it is percent-encoded; slashes stay.
func percentEncodedPath(_ path: String) -> String {
  let isPlain = path.utf8.allSatisfy(\.isUnreservedInPath)
  if isPlain { return path }
  var encoded: [UInt8] = []
  for byte in path.utf8 {
    if byte.isUnreservedInPath {
      encoded.append(byte)
    } else {
      let digits = Array("0123456789ABCDEF".utf8)
      encoded += [.percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}

extension UInt8 {
  fileprivate var isUnreservedInPath: Bool {
    isASCIILetter || isASCIIDigit || self == .slash || self == .hyphen
      || self == UInt8(ascii: "_") || self == UInt8(ascii: ".") || self == UInt8(ascii: "~")
  }
}

/// The path that a relative one means, seen from a file; nil when it climbs out of the first
/// folder of `file` (`content/`).
///
/// `../auth/qr.md` from `content/ru/a/b.md` → `content/ru/auth/qr.md`.
func resolvedPath(_ relative: String, from file: String) -> String? {
  let top = (file.utf8.firstIndex(of: .slash)).map {
    file.utf8.distance(from: file.startIndex, to: $0)
  }
  var path = Array(file.utf8)
  while let last = path.last, last != .slash { path.removeLast() }
  for part in relative.utf8.split(separator: .slash, omittingEmptySubsequences: true) {
    if part.elementsEqual(".".utf8) { continue }
    if part.elementsEqual("..".utf8) {
      path.removeLast()
      guard path.count > top ?? 0 else { return nil }
      while let last = path.last, last != .slash { path.removeLast() }
    } else {
      path += part
      path.append(.slash)
    }
  }
  if relative.utf8.last != .slash { path.removeLast() }
  return String(decoding: path, as: UTF8.self)
}

/// How a file would write the path of another: `content/ru/a/b.md` to `content/ru/c.md` → `../c.md`.
func relativePath(from file: String, to target: String) -> String {
  let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
  return relativeURL(from: folder, to: target)
}

/// The shortest relative URL from one page's folder to another path of the site.
///
/// Both are paths below the site's root, without a leading slash; a page's path ends in a slash.
/// `a/b/` to `a/c/` → `../c/`; a page to itself → `./`.
func relativeURL(from page: String, to target: String) -> String {
  let from = Array(page.utf8)
  let to = Array(target.utf8)
  var common = 0
  var index = 0
  while index < from.count, index < to.count, from[index] == to[index] {
    index += 1
    if from[index - 1] == .slash { common = index }
  }
  let climbs = from[common...].count { $0 == .slash }
  var relative: [UInt8] = []
  relative.reserveCapacity(climbs * 3 + to.count - common + 2)
  for _ in 0..<climbs { relative += [UInt8(ascii: "."), UInt8(ascii: "."), .slash] }
  relative += to[common...]
  return relative.isEmpty ? "./" : String(decoding: relative, as: UTF8.self)
}
