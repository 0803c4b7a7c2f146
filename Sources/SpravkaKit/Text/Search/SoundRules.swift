// Latin letters → Cyrillic ones by a table of rules that look at what stands around. Two tables are
// read so: Russian as people type it in Latin letters, and names of products as Russians hear them.

/// Rules, each «before>letters>after=Russian»; the first that fits counts.
///
/// Before and after are alternatives of what may stand there: V a vowel, C a consonant, ^ and $ the
/// word's ends, other letters themselves; nothing for anything.
struct SoundRules: Sendable {
  private struct Rule {
    var before: [[UInt8]]
    var letters: [UInt8]
    var after: [[UInt8]]
    var sound: [UInt8]
  }

  /// By their first letter.
  private let rules: [UInt8: [Rule]]
  /// What the letters from «a» to «z» are without a rule.
  private let sounds: [[UInt8]]

  /// - Parameters:
  ///   - rules: parted by white space.
  ///   - sounds: 26 of them, likewise.
  init(_ rules: String, sounds: String) {
    let rules = rules.split(whereSeparator: \.isWhitespace).map { text in
      let fields = text.split(omittingEmptySubsequences: false) { $0 == ">" || $0 == "=" }
      let alternatives = { (field: Int) in
        fields[field].split(separator: "|", omittingEmptySubsequences: false).map { Array($0.utf8) }
      }
      return Rule(
        before: alternatives(0), letters: Array(fields[1].utf8), after: alternatives(2),
        sound: Array(fields[3].utf8))
    }
    self.rules = Dictionary(grouping: rules) { $0.letters[0] }
    self.sounds = sounds.split(separator: " ").map { Array($0.utf8) }
  }

  /// Writes a text in small letters; what is not Latin stays.
  func applied(to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      if let rule = rules[byte]?.first(where: { Self.fits($0, text, index) }) {
        result += rule.sound
        index += rule.letters.count
      } else {
        result += byte.isASCIILetter ? sounds[Int(byte) - 0x61] : [byte]
        index += 1
      }
    }
    return result
  }

  private static func fits(_ rule: Rule, _ text: [UInt8], _ index: Int) -> Bool {
    text[index...].starts(with: rule.letters)
      && rule.before.contains { stands($0, text, index - $0.count) }
      && rule.after.contains { stands($0, text, index + rule.letters.count) }
  }

  /// Whether a text has at a place what one alternative of a rule wants there.
  private static func stands(_ wanted: [UInt8], _ text: [UInt8], _ start: Int) -> Bool {
    wanted.indices.allSatisfy { offset in
      let place = start + offset
      let there = text.indices.contains(place) ? text[place] : .space
      return switch wanted[offset] {
      case UInt8(ascii: "V"): there.isLatinVowel
      case UInt8(ascii: "C"): there.isASCIILetter && !there.isLatinVowel
      case .caret, UInt8(ascii: "$"): !there.isASCIILetter && there != .apostrophe
      case let letter: there == letter
      }
    }
  }
}

extension UInt8 {
  /// Of the small letters; «y» is one.
  var isLatinVowel: Bool {
    switch self {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}
