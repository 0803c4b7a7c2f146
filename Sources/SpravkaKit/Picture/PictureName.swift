// Which files are looked into as pictures: by the last part of the name, in either case.

/// Whether a file is named like a picture that browsers show.
func isNamedPicture(_ path: some BidirectionalCollection<UInt8>) -> Bool {
  pictureEndings.contains(ending(of: path))
}

/// Whether servers take a file for an SVG; one named `.svgz` is none without further settings.
func isNamedSVG(_ path: some BidirectionalCollection<UInt8>) -> Bool {
  ["svg", "svgz"].contains(ending(of: path))
}

/// Lower case, without the dot; all of it where there is no dot.
private func ending(of path: some BidirectionalCollection<UInt8>) -> String {
  let reversed = path.reversed().prefix { $0 != UInt8(ascii: ".") && $0 != .slash }
  return String(decoding: reversed.reversed().map(\.asciiLowercased), as: UTF8.self)
}

private let pictureEndings: Set<String> = [
  "apng", "avif", "bmp", "gif", "ico", "jfif", "jpeg", "jpg", "png", "svg", "svgz", "webp",
]
