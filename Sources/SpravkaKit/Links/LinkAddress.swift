// What is written in a link → an address that can be asked, as browsers would take it apart. Two
// links that differ by their anchors are one question.

/// An address of the web without user, password and anchor.
struct LinkAddress: Hashable, Sendable {
  /// `http` or `https`.
  let scheme: String
  /// In ASCII and small letters; an IPv6 address in its brackets.
  let host: String
  let port: Int
  /// Path and query, percent-encoded, with a slash in front.
  let target: String

  /// Why nothing can be asked.
  enum Problem: Error {
    /// It is no address of the web: `mailto:` and the like.
    case otherScheme
    /// It names a user: who asks would have to send a password, or leave out what is needed.
    case user
    case malformed
  }

  init(_ written: String) throws(Problem) {
    var text = written[...].trimmed
    if text.hasPrefix("//") || text.hasPrefix("\\\\") { text = "https:" + text }
    let name = text.prefix { $0 != ":" }.lowercased()
    guard name == "http" || name == "https", name.count < text.count else { throw .otherScheme }
    let rest = text.dropFirst(name.count + 1).drop { $0 == "/" || $0 == "\\" }
    let authority = rest.prefix { !"/\\?#".contains($0) }
    if authority.contains("@") { throw .user }
    scheme = name
    (host, port) = try Self.place(authority, default: name == "http" ? 80 : 443)
    target = Self.target(rest.dropFirst(authority.count).prefix { $0 != "#" })
  }

  var text: String {
    let usual = scheme == "http" ? 80 : 443
    return "\(scheme)://\(host)\(port == usual ? "" : ":\(port)")\(target)"
  }

  /// Where a redirection from here leads.
  func leading(to location: String) throws(Problem) -> LinkAddress {
    let location = String(location[...].trimmed)
    let origin = "\(scheme)://\(host):\(port)"
    let path = target.prefix { $0 != "?" }
    if location.hasPrefix("//") { return try LinkAddress(scheme + ":" + location) }
    if location.hasPrefix("/") { return try LinkAddress(origin + location) }
    if location.hasPrefix("?") { return try LinkAddress(origin + path + location) }
    let head = location.prefix { !"/?#".contains($0) }
    if head.contains(":") { return try LinkAddress(location) }
    let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
    return try LinkAddress(origin + folder + location)
  }

  private static func place(
    _ authority: Substring, default usual: Int
  ) throws(Problem) -> (host: String, port: Int) {
    let end =
      authority.lastIndex(of: "]").map { authority.index(after: $0) } ?? authority.startIndex
    let colon = authority[end...].firstIndex(of: ":") ?? authority.endIndex
    var port = usual
    let digits = authority[colon...].dropFirst()
    if !digits.isEmpty {
      guard digits.utf8.allSatisfy(\.isASCIIDigit), let number = Int(digits),
        (1..<65536).contains(number)
      else { throw .malformed }
      port = number
    }
    let isBracketed = authority.hasPrefix("[")
    guard let host = isBracketed ? String(authority[..<colon]) : asciiHost(authority[..<colon]),
      isHost(isBracketed ? host.dropFirst().dropLast() : host[...], isBracketed)
    else { throw .malformed }
    return (host.lowercased(), port)
  }

  private static func isHost(_ name: Substring, _ isBracketed: Bool) -> Bool {
    let isPlain = name.utf8.allSatisfy {
      $0.isASCIIDigit || $0.isASCIILetter || "-_.".utf8.contains($0)
        || (isBracketed && $0 == .colon)
    }
    return isPlain && !name.isEmpty && name.utf8.count < 254 && !name.hasPrefix("-")
      && !name.hasPrefix(".") && !name.contains("..")
  }

  /// Browsers encode what may not stand in an address, and take a backslash for a slash.
  private static func target(_ written: Substring) -> String {
    var bytes: [UInt8] = []
    var isQuery = false
    for byte in written.utf8 where byte > 0x1F {
      if byte == .question { isQuery = true }
      if byte == .backslash, !isQuery {
        bytes.append(.slash)
      } else if byte <= .space || byte >= 0x7F || "\"<>\\^`{|}".utf8.contains(byte) {
        let digits = String(byte, radix: 16, uppercase: true)
        bytes += "%\(digits.count == 1 ? "0" : "")\(digits)".utf8
      } else {
        bytes.append(byte)
      }
    }
    if bytes.first != .slash { bytes.insert(.slash, at: 0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let bytes = utf8.drop { $0 <= .space }
    let end = bytes.lastIndex { $0 > .space }.map { bytes.index(after: $0) } ?? bytes.startIndex
    return Substring(bytes[bytes.startIndex..<end])
  }
}
