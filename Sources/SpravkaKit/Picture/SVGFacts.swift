// SVG: the size that the first tag says, or that of its viewBox. What is not said in absolute units
// is left to the browser.

func svgFacts(of head: PictureHead) throws(PictureStop) -> PictureFacts {
  // Browsers read this too, but nothing has been writing it for long.
  if head.isUTF16 { return .unsized }
  var reader = XMLReader(head: head)
  let root = try reader.root()
  let parts = root.split(separator: .colon, omittingEmptySubsequences: false)
  guard parts.count < 3, parts.last.map({ $0.elementsEqual("svg".utf8) }) == true else {
    throw .fault(isHTML(root) ? .page : .text)
  }
  let attributes = try reader.attributes()
  guard head.isNamedSVG else { throw .fault(.misnamed(.svg)) }
  let prefix = parts.count == 2 ? String(decoding: parts[0], as: UTF8.self) : nil
  let namespace = attributes[prefix.map { "xmlns:" + $0 } ?? "xmlns"]
  // A declaration of the document's type may say it instead, or stand for it in an entity.
  guard reader.hasDoctype || namespace == "http://www.w3.org/2000/svg" else {
    throw .fault(.svgWithoutNamespace)
  }
  return try svgFacts(attributes)
}

private func svgFacts(_ attributes: [String: String]) throws(PictureStop) -> PictureFacts {
  // A style would count more than the attributes.
  let style = attributes["style"] ?? ""
  if style.contains("width") || style.contains("height") { return .unsized }
  let width = attributes["width"].flatMap(svgLength)
  let height = attributes["height"].flatMap(svgLength)
  if width == 0 || height == 0 { throw .fault(.zeroSize(.svg)) }
  let box = attributes["viewBox"].flatMap(svgBox)
  let ratio = box.map { $0.width / $0.height }
  let widthByBox = ratio.flatMap { ratio in height.map { $0 * ratio } } ?? box?.width
  let heightByBox = ratio.flatMap { ratio in width.map { $0 / ratio } } ?? box?.height
  guard let width = (width ?? widthByBox).flatMap(wholePixels),
    let height = (height ?? heightByBox).flatMap(wholePixels)
  else { return .unsized }
  return .size(PictureSize(width: width, height: height))
}

/// Nil beyond what a browser would draw.
private func wholePixels(_ length: Double) -> Int32? {
  guard length.isFinite, length <= 1_000_000 else { return nil }
  return max(1, Int32(length.rounded()))
}

/// A length in CSS pixels; nil when it is negative, none at all, or in a unit that depends on where
/// the picture is shown.
func svgLength(_ text: String) -> Double? {
  var rest = text.utf8.drop(while: \.isASCIIWhitespace)
  guard let number = takeNumber(&rest), number >= 0 else { return nil }
  let unit = rest.reversed().drop(while: \.isASCIIWhitespace).reversed().map(\.asciiLowercased)
  return unitSizes[String(decoding: unit, as: UTF8.self)].map { number * $0 }
}

/// An em is that of a picture by itself, whatever the page's.
private let unitSizes: [String: Double] = [
  "": 1, "px": 1, "pt": 4.0 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 9.6 / 2.54,
  "q": 2.4 / 2.54, "em": 16, "rem": 16,
]

/// The size of a viewBox, the last two of its four numbers; nil when it has none.
func svgBox(_ text: String) -> (width: Double, height: Double)? {
  var rest = text.utf8[...]
  var numbers: [Double] = []
  while numbers.count < 4 {
    rest = rest.drop { $0.isASCIIWhitespace || $0 == .comma }
    guard let number = takeNumber(&rest) else { return nil }
    numbers.append(number)
  }
  guard rest.allSatisfy(\.isASCIIWhitespace), numbers[2] > 0, numbers[3] > 0 else { return nil }
  return (numbers[2], numbers[3])
}

/// Takes a number as CSS writes it; the `e` of `2em` is none of it.
private func takeNumber(_ rest: inout Substring.UTF8View) -> Double? {
  func skipSign(_ rest: inout Substring.UTF8View) {
    if let sign = rest.first, sign == .hyphen || sign == UInt8(ascii: "+") { rest.removeFirst() }
  }
  let start = rest
  skipSign(&rest)
  rest = rest.drop(while: \.isASCIIDigit)
  if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop(while: \.isASCIIDigit) }
  if rest.first?.asciiLowercased == UInt8(ascii: "e") {
    var exponent = rest.dropFirst()
    skipSign(&exponent)
    if exponent.first?.isASCIIDigit == true { rest = exponent.drop(while: \.isASCIIDigit) }
  }
  return Double(Substring(start[start.startIndex..<rest.startIndex]))
}

private func isHTML(_ root: [UInt8]) -> Bool {
  let name = String(decoding: root.map(\.asciiLowercased), as: UTF8.self)
  return [
    "html", "head", "body", "title", "meta", "script", "style", "link", "div", "p", "h1", "table",
    "center",
  ].contains(name)
}
