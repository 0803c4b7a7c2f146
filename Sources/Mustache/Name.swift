// A name with its hash worked out beforehand: a template is compiled once and asks shapes for the
// same names millions of times, so neither side hashes a string while rendering.

/// A name of a template or a shape.
struct Name: Sendable {
  let text: String
  /// FNV-1a of the name's bytes (Fowler, Noll, Vo), the same in every run.
  let hash: UInt64

  init(_ text: String) {
    self.text = text
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    self.hash = hash
  }
}
