// The header `Range` (RFC 9110, 14) → which bytes of a file are sent. Players of films jump in them
// by it, and Safari plays none from a server without it.
internal import SpravkaKit

/// What a request wants of so many bytes.
enum ByteRange: Equatable {
  /// All of them: nothing was said, or something that a server may pass over, such as many ranges.
  case whole
  case part(Range<Int>)
  /// None of them is there.
  case none

  init(_ header: String?, of size: Int) {
    let halves = header?.lowercased().split(separator: "=", omittingEmptySubsequences: false)
    let ends = halves?.last?.split(separator: "-", omittingEmptySubsequences: false)
    guard let halves, let ends, halves.count == 2, ends.count == 2,
      halves[0].filter({ $0 != " " }) == "bytes",
      let first = Self.place(ends[0]), let last = Self.place(ends[1])
    else {
      self = .whole
      return
    }
    switch (first, last) {
    case (nil, nil): self = .whole
    case (nil, let count?):
      self = count == 0 || size == 0 ? .none : .part(max(0, size - count)..<size)
    case (let first?, let last) where last.map({ $0 < first }) ?? false: self = .whole
    case (let first?, _) where first >= size: self = .none
    case (let first?, let last): self = .part(first..<min(size, (last ?? size - 1).advanced(by: 1)))
    }
  }

  /// A number, nil where it is left out; nil altogether for what is none.
  ///
  /// No file is as long as what an `Int` cannot hold.
  private static func place(_ text: Substring) -> Int?? {
    let text = text.filter { $0 != " " && $0 != "\t" }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return text.isEmpty ? .some(nil) : .some(Int(text) ?? .max - 1)
  }
}

extension PreviewHandler {
  /// A file of the site, or the part of it that was asked for.
  func sent(_ file: CopiedFile, _ type: String, _ request: HTTPRequest) -> HTTPResponse {
    let tag = "\"\(file.version)\""
    let headers = [("ETag", tag), ("Cache-Control", "no-cache"), ("Accept-Ranges", "bytes")]
    if request.knows(tag) { return response(304, type, .bytes([]), headers) }
    let isSame = request.headers["if-range"].map { $0 == tag } ?? true
    let asked = request.method == "GET" && isSame ? request.headers["range"] : nil
    switch ByteRange(asked, of: file.size) {
    case .whole: return response(200, type, body(file, 0..<file.size), headers)
    case .none:
      let length = ("Content-Range", "bytes */\(file.size)")
      return response(416, type, .bytes([]), headers + [length])
    case .part(let part):
      let place = ("Content-Range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)")
      return response(206, type, body(file, part), headers + [place])
    }
  }

  private func body(_ file: CopiedFile, _ part: Range<Int>) -> HTTPResponse.Body {
    if part.isEmpty { return .bytes([]) }
    return .sized(part.count) { piece in
      file.bytes(part.lowerBound + piece.lowerBound..<part.lowerBound + piece.upperBound)
    }
  }
}

extension HTTPRequest {
  /// Whether the client has what bears the tag (`If-None-Match`, RFC 9110, section 13.1.2).
  func knows(_ tag: String) -> Bool {
    (headers["if-none-match"] ?? "").split(separator: ",").contains { part in
      let known = part.drop { $0 == " " || $0 == "\t" }
      let bare = known.hasPrefix("W/") ? known.dropFirst(2) : known
      return known == "*" || bare.prefix { $0 != " " && $0 != "\t" } == tag
    }
  }
}
