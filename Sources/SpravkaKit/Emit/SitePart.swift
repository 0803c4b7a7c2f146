// One of several builds that share the writing of a site, each on a machine of its own if need be.
// A file belongs to the part that its path says, so that a new article moves no other file into
// another part, and nobody has to tell the parts of each other.

/// Part `number` of `count`.
public struct SitePart: Equatable, Sendable {
  /// From 1.
  public let number: Int
  public let count: Int

  /// How many parts there may be.
  public static let most = 1000

  /// Nil for numbers that name no part.
  public init?(_ number: Int, of count: Int) {
    guard (1...Self.most).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// `2/7`; nil for anything else.
  public init?(_ text: String) {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = words.allSatisfy { $0.utf8.allSatisfy(\.isASCIIDigit) && $0.utf8.count < 6 }
    guard words.count == 2, isPlain, let number = Int(words[0]), let count = Int(words[1]) else {
      return nil
    }
    self.init(number, of: count)
  }

  /// Whether this part writes the file.
  func holds(_ path: String) -> Bool {
    (UInt64(fnv1a32(path)) * UInt64(count)) >> 32 == number - 1
  }
}
