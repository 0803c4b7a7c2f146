import Foundation

// A page of ours, read more strictly than any browser does: what Spravka did not mean to write is a
// fault here. So a payload that gets out of its place shows, whatever it is made of: as a tag or
// an attribute that no harmless page has, or as HTML that is not as Spravka writes it.

struct PageReading {
  /// How many elements of each name the page has.
  private(set) var elements: [String: Int] = [:]
  /// `a href`, `img src` and so on.
  private(set) var attributes: Set<String> = []
  /// What is not as it should be, in words.
  private(set) var faults: [String] = []

  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []
  /// Whether the tag that was read last begins data, which nothing executes.
  private var isData = false

  private static let void: Set = [
    "meta", "link", "img", "br", "hr", "input",
    // In the theme's drawings, closed by a slash.
    "path", "circle", "rect", "use",
  ]
  private static let raw: Set = ["script", "style"]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let doctype = Array("<!doctype html>".utf8)
    guard bytes.starts(with: doctype) else {
      faults = ["no doctype"]
      return
    }
    index = doctype.count
    while index < bytes.count, faults.count < 5 { readPiece() }
    if !open.isEmpty { faults.append("not closed: \(open)") }
  }
}

extension PageReading {
  private mutating func readPiece() {
    switch bytes[index] {
    case UInt8(ascii: "<"):
      index += 1
      if peek("/") { readEnd() } else { readStart() }
    case UInt8(ascii: ">"), 0: fault("a bare '>' or a NUL")
    case UInt8(ascii: "&"): readReference()
    default: index += 1
    }
  }

  private func peek(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    for offset in 0..<count where unsafe text.utf8Start[offset] != bytes[index + offset] {
      return false
    }
    return true
  }

  private mutating func fault(_ words: String) {
    let around = bytes[max(0, index - 40)..<min(bytes.count, index + 60)]
    faults.append("\(words) in «\(String(decoding: around, as: UTF8.self))»")
    index += 1
  }

  private mutating func take(while belongs: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, belongs(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func takeName() -> String {
    take { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  private mutating func readEnd() {
    index += 1
    let name = takeName()
    guard peek(">"), open.last == name else { return fault("a stray </\(name)") }
    index += 1
    open.removeLast()
  }

  private mutating func readStart() {
    let name = takeName()
    guard !name.isEmpty else { return fault("a bare '<'") }
    elements[name, default: 0] += 1
    isData = false
    while peek(" ") {
      index += 1
      guard readAttribute(of: name) else { return fault("an odd attribute of <\(name)") }
    }
    // CommonMark's own way to write void elements.
    if peek(" /") { index += 2 } else if peek("/") { index += 1 }
    guard peek(">") else { return fault("<\(name) has no end") }
    index += 1
    if Self.void.contains(name) { return }
    open.append(name)
    // Scripts and style sheets are files; the content policy lets no others run.
    if isData {
      readData()
    } else if Self.raw.contains(name), !peek("</") {
      fault("something inside of <\(name)>")
    }
  }

  /// JSON without a byte that could end the element.
  private mutating func readData() {
    let start = index
    while index < bytes.count, !peek("<") { index += 1 }
    let json = try? JSONSerialization.jsonObject(with: Data(bytes[start..<index]))
    if json as? [String: Any] == nil || !peek("</script>") { fault("data that are no JSON") }
  }

  private mutating func readAttribute(of element: String) -> Bool {
    if peek("/>") { return true }
    var name = takeName()
    // The one name in small and large letters that a page has.
    if element == "symbol", name == "view", peek("Box") {
      name += "Box"
      index += 3
    }
    guard !name.isEmpty else { return false }
    let data: StaticString = "=\"application/ld+json\">"
    isData = element == "script" && name == "type" && peek(data)
    attributes.insert("\(element) \(name)" + (isData ? "\(data)" : ""))
    guard peek("=") else { return peek(">") || peek(" ") }
    index += 1
    guard peek("\"") else { return false }
    index += 1
    let start = index
    while index < bytes.count, !peek("\"") {
      if peek("&") { readReference() } else if peek("<") { return false } else { index += 1 }
    }
    let value = String(decoding: bytes[start..<index], as: UTF8.self)
    guard peek("\"") else { return false }
    index += 1
    if ["href", "src", "action", "formaction", "poster", "data"].contains(name) {
      checkAddress(value)
    }
    return true
  }

  /// What a browser would make of an address: white space and control characters go.
  private mutating func checkAddress(_ value: String) {
    let plain = decodingReferences(value).unicodeScalars.filter { $0.value > 0x20 }
    let address = String(String.UnicodeScalarView(plain)).lowercased()
    let active = ["javascript:", "vbscript:", "data:text", "data:application", "file:", "blob:"]
    if active.contains(where: { address.hasPrefix($0) }) { faults.append("active: \(value)") }
  }

  private mutating func readReference() {
    let known: [StaticString] = ["&lt;", "&gt;", "&amp;", "&quot;", "&#39;", "&#x27;"]
    guard let reference = known.first(where: { peek($0) }) else { return fault("a bare '&'") }
    index += reference.utf8CodeUnitCount
  }
}

/// The references that Spravka and libcmark write.
func decodingReferences(_ text: String) -> String {
  guard text.contains("&") else { return text }
  var decoded = text
  for (name, character) in [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&"),
  ] { decoded = decoded.replacingOccurrences(of: name, with: character, options: .literal) }
  return decoded
}
