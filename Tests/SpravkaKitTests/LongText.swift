import Testing

/// A text that the log of the tests names by its beginning.
struct LongText: CustomTestStringConvertible {
  let text: String

  init(_ text: String) { self.text = text }

  var testDescription: String {
    "\(String(reflecting: String(text.prefix(24))))… (\(text.utf8.count) bytes)"
  }
}
