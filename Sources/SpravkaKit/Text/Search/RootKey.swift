// The stem of a Russian word → a coarser key: what «подключить» and «подключение», «ссылка» and
// «ссылок» share. Written by hand, so it may also bring together what has nothing in common; a root
// weighs less than a stem for it. The browser's `root` in templates/search/words.js is the same.

/// The root of a stem, which is the stem itself unless that is of Russian letters alone.
func rootKey(of stem: [UInt8]) -> [UInt8] {
  var key: [UInt8] = []
  appendRootKey(of: stem.span, to: &key)
  return key
}

/// Appends the root of a stem to some bytes.
func appendRootKey(of stem: Span<UInt8>, to bytes: inout [UInt8]) {
  // Each letter in one byte: 0 is «а», 31 is «я».
  var letters = InlineArray<64, UInt8>(repeating: 0)
  guard stem.count <= 128, stem.count & 1 == 0 else {
    bytes.append(copying: stem)
    return
  }
  var count = 0
  while count &* 2 < stem.count {
    let (lead, last) = (stem[count &* 2], stem[count &* 2 &+ 1])
    switch (lead, last) {
    case (0xD0, 0xB0...0xBF): letters[count] = last &- 0xB0
    case (0xD1, 0x80...0x8F): letters[count] = last &- 0x70
    default:
      bytes.append(copying: stem)
      return
    }
    count &+= 1
  }
  loseVowel(&letters, &count)
  dropEnding(letters, &count)
  if count > 1, letters[count &- 1] == RussianLetter.l, letters[count &- 2].takesL { count &-= 1 }
  for index in 0..<count {
    let letter = letters[index]
    bytes.append(letter < 16 ? 0xD0 : 0xD1)
    bytes.append(letter < 16 ? letter &+ 0xB0 : letter &+ 0x70)
  }
}

/// Writes «настроек» as «настройк» and «ссылок» as «ссылк».
///
/// A word of one syllable has no vowel to lose («срок», «век»).
private func loseVowel(_ letters: inout InlineArray<64, UInt8>, _ count: inout Int) {
  guard count > 2 else { return }
  let (before, vowel, last) = (letters[count &- 3], letters[count &- 2], letters[count &- 1])
  guard last == RussianLetter.k || last == RussianLetter.ts else { return }
  if vowel == RussianLetter.e, last == RussianLetter.k, before.isRussianVowel {
    letters[count &- 2] = RussianLetter.j
  } else if vowel == RussianLetter.e || vowel == RussianLetter.o, !before.isRussianVowel {
    for index in 0..<(count &- 3) where letters[index].isRussianVowel {
      letters[count &- 2] = last
      count &-= 1
      return
    }
  }
}

/// The first that leaves four letters goes.
private let looseEndings: [[UInt8]] =
  """
  ирован ирова ировк ован ова еван ева ыван ыва иван ива енн анн ац яц ен ан ян йк а я и н к л ь й
  """
  .split(whereSeparator: \.isWhitespace).map { $0.utf16.map { UInt8($0 - 0x430) } }

private func dropEnding(_ letters: InlineArray<64, UInt8>, _ count: inout Int) {
  for ending in looseEndings where count &- ending.count >= 4 {
    var index = 0
    while index < ending.count, letters[count &- ending.count &+ index] == ending[index] {
      index &+= 1
    }
    if index == ending.count {
      count &-= index
      return
    }
  }
}

/// Places in the alphabet without «ё», from 0 on.
private enum RussianLetter {
  static let e: UInt8 = 5
  static let j: UInt8 = 9
  static let k: UInt8 = 10
  static let l: UInt8 = 11
  static let o: UInt8 = 14
  static let ts: UInt8 = 22
}

extension UInt8 {
  /// а е и о у ы э ю я.
  fileprivate var isRussianVowel: Bool { 1 &<< UInt32(self) & 0xE808_4121 as UInt32 != 0 }
  /// б в м п ф; «л» comes and goes behind them («добавлять», «добавить»).
  fileprivate var takesL: Bool { 1 &<< UInt32(self) & 0x0010_9006 as UInt32 != 0 }
}
