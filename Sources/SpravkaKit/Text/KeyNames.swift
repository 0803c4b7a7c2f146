// Code that names keys → their names: `Ctrl+Shift+N` is no code but what a reader presses. The list
// is closed, and a name that is also a word of programs (`Home`, `Delete`, `Option`) is a key only
// behind a modifier.

/// Whether some code is worth being looked up; nearly all of it is not.
func mayNameKeys(_ text: Span<UInt8>) -> Bool {
  guard !text.isEmpty, text.count <= 64, !text[0].isASCIIDigit, text[0] & 0xE0 != 0x60 else {
    return false
  }
  var isCombination = false
  for index in text.indices {
    switch text[index] {
    case UInt8(ascii: "+"): isCombination = true
    case .hyphen, .dot, .slash, .colon, UInt8(ascii: "_"), .openParenthesis, .lessThan, .hash:
      if !isCombination { return false }
    default: break
    }
  }
  return isCombination || text.count <= 14
}

/// The keys that a text names, in order; nil when it names anything else.
func keys(of text: String) -> [String]? {
  // The longest names have 12 letters, and nobody holds more than four keys.
  guard text.utf8.count <= 64, !text.isEmpty else { return nil }
  if alone.contains(text) { return [text] }
  let parts = joinedKeys(text)
  guard let last = parts.last, parts.count > 1, parts.dropLast().allSatisfy(modifiers.contains),
    alone.contains(last) || modifiers.contains(last) || afterModifiers.contains(last)
      || isSingleSign(last)
  else { return nil }
  return parts
}

/// The parts of a text between plus signs; the plus itself is a key when it stands last.
private func joinedKeys(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  var parts = bytes.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false).map {
    var part = $0
    while part.first == .space { part.removeFirst() }
    while part.last == .space { part.removeLast() }
    return String(decoding: part, as: UTF8.self)
  }
  if parts.count > 2, parts[parts.count - 1].isEmpty, parts[parts.count - 2].isEmpty {
    parts.removeLast()
    parts[parts.count - 1] = "+"
  }
  return parts
}

private func isSingleSign(_ key: String) -> Bool {
  let scalars = key.unicodeScalars
  guard scalars.count == 1, let sign = scalars.first else { return false }
  return sign.properties.isAlphabetic || 0x21...0x7E ~= sign.value
}

private let modifiers: Set<String> = [
  "Ctrl", "Control", "Shift", "Alt", "AltGr", "Option", "Cmd", "Command", "Win", "Fn", "Meta", "⌘",
  "⌥", "⇧", "⌃", "❖",
]

private let alone: Set<String> = Set(
  [
    "Ctrl", "Shift", "Alt", "AltGr", "Esc", "Enter", "Tab", "Backspace", "Caps Lock", "CapsLock",
    "Num Lock", "NumLock", "Scroll Lock", "Page Up", "Page Down", "PageUp", "PageDown", "PgUp",
    "PgDn", "Print Screen", "PrintScreen", "PrtSc", "PrtScn", "Пробел", "⌘", "⌥", "⇧", "⌃", "⏎",
    "↵", "⌫", "⇥", "⎋",
  ] + (1...24).map { "F\($0)" })

private let afterModifiers: Set<String> = [
  "Del", "Delete", "Ins", "Insert", "Home", "End", "Space", "Spacebar", "Return", "Pause", "Break",
  "Escape", "Up", "Down", "Left", "Right", "↑", "↓", "←", "→", "Вверх", "Вниз", "Влево", "Вправо",
  "Ввод", "Плюс", "Минус",
]
