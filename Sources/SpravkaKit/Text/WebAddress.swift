// An absolute address of the web, taken apart and held to what is safe to write into headers,
// server configurations and attributes without escaping.

/// `https://help.example:8080/path?query`.
struct WebAddress: Sendable, Equatable {
  /// `http` or `https`.
  let scheme: String
  /// In lower case, with the port when there is one.
  let host: String
  /// What follows the host: path, query and fragment; may be empty.
  let rest: String

  /// `https://help.example:8080`.
  var origin: String { "\(scheme)://\(host)" }
  var text: String { origin + rest }
}

/// Why a text is no address; the raw value completes «it …».
enum WebAddressProblem: String, Error {
  case scheme = "does not begin with http:// or https://"
  case user = "names a user"
  case host = "has no valid host"
  case nonASCIIHost = "has a host with letters outside a-z"
  case characters = "has characters that must be percent-encoded"
}

extension WebAddress {
  init(_ text: String) throws(WebAddressProblem) {
    guard let colon = text.range(of: "://") else { throw .scheme }
    let scheme = text[..<colon.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { throw .scheme }
    let tail = text[colon.upperBound...]
    let end = tail.firstIndex { "/?#".contains($0) } ?? tail.endIndex
    let rest = tail[end...]
    guard rest.utf8.allSatisfy(\.isPlainInAddress) else { throw .characters }
    self.scheme = scheme
    self.host = try Self.host(tail[..<end])
    self.rest = String(rest)
  }

  private static func host(_ text: Substring) throws(WebAddressProblem) -> String {
    if text.contains("@") { throw .user }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty else { throw .host }
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { throw .nonASCIIHost }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.allSatisfy(\.isHostLabel) else { throw .host }
    if parts.count == 2 {
      let digits = parts[1].utf8
      guard digits.allSatisfy(\.isASCIIDigit), let port = Int(parts[1]), port > 0, port < 65536,
        digits.first != UInt8(ascii: "0")
      else { throw .host }
    }
    return text.lowercased()
  }
}

extension String {
  /// The range of the first occurrence of an ASCII text.
  fileprivate func range(of text: StaticString) -> Range<Index>? {
    let wanted = Array("\(text)".utf8)
    return utf8.indices.first { utf8[$0...].starts(with: wanted) }.map {
      $0..<utf8.index($0, offsetBy: wanted.count)
    }
  }
}

extension Substring {
  fileprivate var isHostLabel: Bool {
    !isEmpty && utf8.count <= 63 && utf8.first != .hyphen && utf8.last != .hyphen
      && utf8.allSatisfy { $0.isASCIIDigit || $0.isASCIILetter || $0 == .hyphen }
  }
}

extension UInt8 {
  /// Printable ASCII without what would end an attribute, a header's value or a word in nginx.
  fileprivate var isPlainInAddress: Bool {
    self > 0x20 && self < 0x7F && !"\"'<>\\^`{|};,$".utf8.contains(self)
  }
}
