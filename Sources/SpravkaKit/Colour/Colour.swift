// Colours as the screen has them: eight bits a channel, so that what is computed is stable on every
// machine, and their contrast as accessibility counts it.

/// A colour of the screen, as in `#006a80`.
struct Colour: Sendable, Hashable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  static let white = Colour(red: 255, green: 255, blue: 255)

  /// The accent of a site that names none: petrol.
  static let standardAccent = Colour(red: 0x00, green: 0x6A, blue: 0x80)
}

extension Colour {
  /// Reads `#006a80` or `#06a`; nil for anything else.
  init?(_ text: String) {
    guard text.utf8.first == .hash else { return nil }
    let digits = text.utf8.dropFirst().map { byte -> UInt8? in
      Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }
    let values = digits.compactMap(\.self)
    guard values.count == digits.count else { return nil }
    switch values.count {
    case 3: self.init(red: values[0] * 17, green: values[1] * 17, blue: values[2] * 17)
    case 6:
      self.init(
        red: values[0] * 16 + values[1], green: values[2] * 16 + values[3],
        blue: values[4] * 16 + values[5])
    default: return nil
    }
  }

  /// `#006a80`, or `#06a` where that is the same.
  var hex: String {
    let channels = [red, green, blue]
    let isShort = channels.allSatisfy { $0 >> 4 == $0 & 15 }
    return channels.reduce(into: "#") { text, channel in
      text += String(channel >> 4, radix: 16)
      if !isShort { text += String(channel & 15, radix: 16) }
    }
  }

  /// How much two colours differ in brightness, from 1 to 21: the contrast ratio of WCAG 2.
  func contrast(with other: Colour) -> Double {
    let ours = luminance
    let theirs = other.luminance
    return (max(ours, theirs) + 0.05) / (min(ours, theirs) + 0.05)
  }

  /// The relative luminance of WCAG 2, from 0 to 1.
  private var luminance: Double {
    let light = LinearRGB(self)
    return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
  }
}
