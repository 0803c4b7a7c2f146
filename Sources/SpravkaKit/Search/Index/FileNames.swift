// Names for files that their contents decide, so that browsers may keep them for ever and an edit
// renames only what it touches. Short, because the manifest lists them all; small letters and digits
// alone, because some file systems take a capital for the small letter.

struct FileNames {
  /// Characters in a name; 32 of them make up to 2^30 names.
  static let length = 6

  private var taken: Set<String> = []
  private let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  /// The name for a content; another one when two contents of a site would have the same.
  mutating func name(for digest: Digest) -> String {
    var bits = digest.first
    var next = digest.second
    while true {
      let letters = (0..<Self.length).map { alphabet[Int(bits &>> UInt64($0 * 5) & 31)] }
      let name = String(decoding: letters, as: UTF8.self)
      if taken.insert(name).inserted { return name }
      bits = bits &* 0x5851_F42D_4C95_7F2D &+ next
      next &+= 1
    }
  }
}
