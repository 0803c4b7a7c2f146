// Word forms → small files by first letters, from which the browser corrects a word that its own
// shard does not know. Only forms that occur twice: what occurs once may be a mistake itself.

struct VocabularyFile: Sendable {
  /// The first letters of its words.
  let letters: String
  let bytes: [UInt8]
}

/// - Parameter forms: word forms with how often they occur.
func spellingVocabulary(
  of forms: [(form: [UInt8], count: Int)]
) -> [VocabularyFile] {
  var known = forms.filter { $0.count > 1 && isWorthKnowing($0.form) }
  known.sort {
    $0.count != $1.count ? $0.count > $1.count : $0.form.lexicographicallyPrecedes($1.form)
  }
  known = Array(known.prefix(mostForms)).sorted { $0.form.lexicographicallyPrecedes($1.form) }
  var files: [VocabularyFile] = []
  var letters = ""
  var bytes: [UInt8] = []
  for form in known {
    let letter = String(decoding: form.form, as: UTF8.self).prefix(1)
    if !letters.hasSuffix(letter) {
      if bytes.count > leastBytes {
        files.append(VocabularyFile(letters: letters, bytes: bytes))
        letters = ""
        bytes = []
      }
      letters += letter
    }
    if !bytes.isEmpty { bytes.append(.newline) }
    bytes += form.form
    // The order of magnitude of its count, in powers of two.
    let magnitude = min(9, Int.bitWidth - 1 - form.count.leadingZeroBitCount)
    bytes.append(UInt8(ascii: "0") + UInt8(magnitude))
  }
  if !bytes.isEmpty { files.append(VocabularyFile(letters: letters, bytes: bytes)) }
  return files
}

/// Two letters are never corrected, and neither is what holds digits or signs: every such word is
/// near to another.
private func isWorthKnowing(_ form: [UInt8]) -> Bool {
  form.count > 2 && form.count <= 60 && form.allSatisfy { $0 >= 0x80 || $0.isASCIILetter }
}

/// About 50 KB deflated.
private let mostForms = 12_000
/// Letters share a file until it is as large, before deflating.
private let leastBytes = 6000
