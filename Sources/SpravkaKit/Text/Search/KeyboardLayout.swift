// Text typed in the wrong keyboard layout → what the same keys give in the other: Russian ЙЦУКЕН
// and US QWERTY. The tables are those of templates/search/keyboard.js.

enum KeyboardLayout {
  case cyrillic, latin

  /// The keys of a US keyboard and of a Russian one, in the same order, then both with Shift.
  private static let latinKeys = Array(
    #"`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?@#$^&|"#.unicodeScalars)
  private static let cyrillicKeys = Array(
    #"ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?/"#.unicodeScalars)

  private static let toCyrillic = Dictionary(
    uniqueKeysWithValues: zip(latinKeys, cyrillicKeys))
  private static let toLatin = Dictionary(uniqueKeysWithValues: zip(cyrillicKeys, latinKeys))

  /// A text as its keys would have given it in this layout.
  func retyped(_ text: String) -> String {
    let keys = self == .cyrillic ? Self.toCyrillic : Self.toLatin
    var typed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { typed.append(keys[scalar] ?? scalar) }
    return String(typed)
  }
}
