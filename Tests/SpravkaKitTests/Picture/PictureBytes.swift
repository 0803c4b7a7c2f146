// The beginnings of pictures, put together byte by byte: as much as says their size.

enum PictureBytes {
  static func png(_ width: Int, _ height: Int) -> [UInt8] {
    let signature = [0x89] + Array("PNG\r\n\u{1A}\n".utf8)
    let header = big(width, 4) + big(height, 4) + [8, 0, 0, 0, 0]
    return signature + big(13, 4) + Array("IHDR".utf8) + header + big(0, 4)
  }

  static func gif(_ width: Int, _ height: Int, version: String = "89a") -> [UInt8] {
    Array("GIF\(version)".utf8) + little(width, 2) + little(height, 2) + [0, 0, 0, 0x3B]
  }

  /// - Parameter segments: what stands between the first marker and the header of the frame.
  static func jpeg(
    _ width: Int, _ height: Int, frame: UInt8 = 0xC0, segments: [[UInt8]] = []
  ) -> [UInt8] {
    let header = big(11, 2) + [8] + big(height, 2) + big(width, 2) + [1, 1, 0x11, 0]
    return [0xFF, 0xD8] + Array(segments.joined()) + [0xFF, frame] + header + [0xFF, 0xD9]
  }

  static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker] + big(content.count + 2, 2) + content
  }

  /// The Exif segment of a camera that was held so; see the standard's tag «Orientation».
  static func exif(_ orientation: Int, isLittle: Bool = false) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      isLittle ? little(value, count) : big(value, count)
    }
    func entry(_ tag: Int, type: Int, _ value: Int) -> [UInt8] {
      number(tag, 2) + number(type, 2) + number(1, 4) + number(value, 2) + [0, 0]
    }
    var content = Array("Exif\0\0\(isLittle ? "II" : "MM")".utf8)
    content += number(42, 2) + number(8, 4) + number(2, 2)
    content += entry(0x010F, type: 2, 0) + entry(0x0112, type: 3, orientation) + number(0, 4)
    return segment(0xE1, content)
  }

  static func webP(_ chunk: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array("WEBP\(chunk)".utf8) + little(content.count, 4) + content
    return Array("RIFF".utf8) + little(body.count, 4) + body
  }

  static func lossyWebP(_ width: Int, _ height: Int) -> [UInt8] {
    webP("VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A] + little(width, 2) + little(height, 2))
  }

  static func losslessWebP(_ width: Int, _ height: Int) -> [UInt8] {
    webP("VP8L", [0x2F] + little((width - 1) | (height - 1) << 14, 4))
  }

  static func extendedWebP(_ width: Int, _ height: Int) -> [UInt8] {
    webP("VP8X", [0x10, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3))
  }

  static func svg(_ attributes: String) -> [UInt8] {
    Array("<svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)><path/></svg>\n".utf8)
  }

  static func big(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }
}
