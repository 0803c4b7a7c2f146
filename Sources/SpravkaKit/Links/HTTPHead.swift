// The bytes that `curl --dump-header` writes → what a server has answered, before the body comes.

/// The head of an answer.
struct HTTPHead: Equatable, Sendable {
  let status: Int
  /// Where a redirection leads, as it is written.
  let location: String?
  /// How long to wait before asking again, in seconds.
  let retryAfter: Int?

  /// Nil while the head is not whole; heads of 100 to 199 only announce another one.
  init?(_ bytes: [UInt8]) {
    var lines: [Substring] = []
    let text = String(decoding: bytes, as: UTF8.self)
    let all = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\r\n" || $0 == "\n" })
    // What stands behind the last break is a line that is still on its way.
    for line in all.dropLast() {
      guard line.isEmpty else {
        lines.append(line)
        continue
      }
      let words = lines.first?.split(separator: " ") ?? []
      if words.count >= 2, let status = Int(words[1]), status >= 200 {
        self.status = status
        location = Self.value(of: "location", in: lines)
        retryAfter = Self.value(of: "retry-after", in: lines).flatMap { Int($0) }
        return
      }
      lines = []
    }
    return nil
  }

  private static func value(of name: String, in lines: [Substring]) -> String? {
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, parts[0].lowercased() == name {
        return String(parts[1].drop { $0 == " " })
      }
    }
    return nil
  }
}
