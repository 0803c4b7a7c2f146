// A path as the system keeps it: bytes, since a name on disk need not be UTF-8, and with the NUL
// that the system wants, so that a loop over thousands of files hands it over as it stands. Two
// paths are equal when their bytes are: Strings would take «й» composed and decomposed for one.

/// A path below some folder, never absolute; `.` is the folder itself.
struct RawPath: Hashable, Sendable {
  /// The bytes and a NUL.
  let terminated: [UInt8]

  static let here = RawPath(".")

  init(_ text: String) {
    self.init(bytes: text.utf8)
  }

  /// The bytes hold no NUL.
  init(bytes: some Collection<UInt8>) {
    var terminated: [UInt8] = []
    terminated.reserveCapacity(bytes.count + 1)
    terminated.append(contentsOf: bytes)
    terminated.append(0)
    self.terminated = terminated
  }

  var bytes: ArraySlice<UInt8> { terminated.dropLast() }

  /// The folder that holds the last name; nil at the top.
  var parent: RawPath? {
    bytes.lastIndex(of: .slash).map { RawPath(bytes: bytes[..<$0]) }
  }

  func appending(_ name: [UInt8]) -> RawPath {
    if self == .here { return RawPath(bytes: name) }
    var joined: [UInt8] = []
    joined.reserveCapacity(terminated.count + name.count + 1)
    joined.append(contentsOf: bytes)
    joined.append(.slash)
    joined.append(contentsOf: name)
    return RawPath(bytes: joined)
  }

  /// The folders above, the nearest first.
  var ancestors: some Sequence<RawPath> {
    sequence(state: self) { path in
      guard let parent = path.parent else { return nil }
      path = parent
      return parent
    }
  }

  func hasSuffix(_ suffix: String) -> Bool {
    bytes.count >= suffix.utf8.count && bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  func hash(into hasher: inout Hasher) {
    unsafe terminated.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }

  static func precedes(_ left: RawPath, _ right: RawPath) -> Bool {
    left.terminated.lexicographicallyPrecedes(right.terminated)
  }
}

extension RawPath {
  /// The path as it may stand in a message: what is not UTF-8, and control characters, as `\xNN`.
  var shown: String { shownText(bytes) }

  var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

  var hasControlCharacter: Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.contains(where: isControlCharacter)
  }
}

/// Bytes as text for people: what is not UTF-8, and control characters, as `\xNN`.
func shownText(_ bytes: some Collection<UInt8>) -> String {
  var text = ""
  var parser = Unicode.UTF8.ForwardParser()
  var source = bytes.makeIterator()
  var position = bytes.startIndex
  while true {
    let length: Int
    switch parser.parseScalar(from: &source) {
    case .emptyInput: return text
    case .error(let count): length = count
    case .valid(let encoded):
      length = encoded.count
      let scalar = Unicode.UTF8.decode(encoded)
      if !isControlCharacter(scalar) {
        text.unicodeScalars.append(scalar)
        position = bytes.index(position, offsetBy: length)
        continue
      }
    }
    let end = bytes.index(position, offsetBy: length)
    for byte in bytes[position..<end] { text += "\\x" + hexText(byte) }
    position = end
  }
}

private func hexText(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.count == 1 ? "0" + digits : digits
}

private func isControlCharacter(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
}
