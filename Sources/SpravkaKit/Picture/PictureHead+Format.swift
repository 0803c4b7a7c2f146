// What the very first bytes tell about a file: a format of pictures, or what it is instead.

extension PictureHead {
  /// The format by its signature; SVG is a text and has none.
  var format: PictureFormat? {
    // Four bytes are enough: the others are there to find out what has damaged a file on its way.
    if starts(with: [0x89, 0x50, 0x4E, 0x47]) { return .png }
    if starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if has("GIF8") { return .gif }
    if has("RIFF"), has("WEBP", at: 8) { return .webP }
    if has("ftyp", at: 4), has("avif", at: 8) || has("avis", at: 8) { return .avif }
    return nil
  }

  /// Formats of which browsers show pictures, but which are too rare to look into.
  var isRarePicture: Bool { has("BM") || starts(with: [0, 0, 1, 0]) }

  /// Why a file that begins neither like a picture nor with a tag is no picture.
  var fault: PictureFault {
    if fileSize == 0 { return .empty }
    if has("version https://git-lfs.github.com/") { return .lfsPointer }
    if starts(with: [0x1F, 0x8B]), isNamedSVG { return .compressedSVG }
    for (letters, name) in unshown where has(letters) { return .unshown(name) }
    if has("ftyp", at: 4) {
      return .unshown(photos.contains { has($0, at: 8) } ? "a HEIC photo" : "a video")
    }
    return isText ? .text : .unknown
  }

  private var isText: Bool {
    bytes.prefix(512).allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0.isASCIIWhitespace }
  }
}

private let unshown: [(letters: StaticString, name: String)] = [
  ("%PDF", "a PDF document"), ("II*\0", "a TIFF picture"), ("MM\0*", "a TIFF picture"),
  ("8BPS", "a Photoshop document"),
]

private let photos: [StaticString] = ["heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"]
