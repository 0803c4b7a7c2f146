import Testing

@testable import SpravkaKit

// Whatever the bytes, the answer comes, and is the same from a part of the file and from all of it.

@Suite struct HostilePictureTests {
  private let pictures: [(bytes: [UInt8], isNamedSVG: Bool)] =
    [
      PictureBytes.png(640, 480), PictureBytes.gif(640, 480), PictureBytes.lossyWebP(640, 480),
      PictureBytes.losslessWebP(640, 480), PictureBytes.extendedWebP(640, 480),
      PictureBytes.jpeg(
        640, 480,
        segments: [PictureBytes.segment(0xDB, [1, 2, 3]), PictureBytes.exif(6, isLittle: true)]),
    ].map { ($0, false) } + [
      (
        Array("<?xml version='1.0'?><!-- c --><!DOCTYPE svg [<!ENTITY a 'b'>]>".utf8)
          + PictureBytes.svg("viewBox='0 0 9 8' width='18'"), true
      )
    ]

  @Test func `a picture cut off anywhere is a picture, cut off, or something else`() {
    for (picture, isNamedSVG) in pictures {
      for count in picture.indices {
        let cut = facts(Array(picture[..<count]), isNamedSVG: isNamedSVG)
        #expect(cut != nil)
        if case .size = cut { #expect(cut == facts(picture, isNamedSVG: isNamedSVG)) }
      }
    }
  }

  @Test func `a head answers like the whole file or asks for more`() {
    for (picture, isNamedSVG) in pictures {
      let long = inflated(picture, isNamedSVG)
      let whole = facts(long, isNamedSVG: isNamedSVG)
      #expect(whole == facts(picture, isNamedSVG: isNamedSVG))
      for count in long.indices {
        let head = PictureHead(
          bytes: Array(long[..<count]), fileSize: long.count, isNamedSVG: isNamedSVG)
        if let facts = PictureFacts(of: head) { #expect(facts == whole) }
      }
    }
  }

  @Test func `any byte may be any other`() {
    for (picture, isNamedSVG) in pictures {
      for index in picture.indices {
        for value in [0, 1, 0x20, 0x27, 0x3E, 0x7F, 0x80, 0xFE, 0xFF, picture[index] ^ 1] {
          var wrong = picture
          wrong[index] = value
          for isWhole in [true, false] {
            let head = PictureHead(
              bytes: wrong, fileSize: isWhole ? wrong.count : .max, isNamedSVG: isNamedSVG)
            let facts = PictureFacts(of: head)
            if isWhole { #expect(facts != nil) }
            if case .size(let size) = facts { #expect(size.width > 0 && size.height > 0) }
          }
        }
      }
    }
  }

  @Test func `a megabyte of anything takes no time`() {
    let tag = "<svg xmlns='http://www.w3.org/2000/svg' "
    let texts = [
      "<!--", "<!DOCTYPE svg [", "<!DOCTYPE svg '", "<?", "<", tag + "a='", tag, "<!--", "<svg",
    ]
    let fillings = ["-", "<!--", "'", "[", "a='' ", "a", " ", "<!-- -->", "<?a?>"]
    for text in texts {
      for filling in fillings {
        let count = (1 << 18) / filling.utf8.count
        let bytes = Array((text + String(repeating: filling, count: count)).utf8)
        let time = processorTime { #expect(facts(bytes, isNamedSVG: true) != nil) }
        #expect(time < .seconds(60), "\(text) \(filling)")
      }
    }
    for unit: [UInt8] in [[0xFF], [0], [0xFF, 0xE1, 0, 2], [0xFF, 0xD0]] {
      let rest = (0..<(1 << 18) / unit.count).flatMap { _ in unit }
      let time = processorTime { #expect(facts([0xFF, 0xD8, 0xFF] + rest) != nil) }
      #expect(time < .seconds(60))
    }
  }

  /// With so much in front of the size that the first bytes are not enough.
  private func inflated(_ picture: [UInt8], _ isNamedSVG: Bool) -> [UInt8] {
    if isNamedSVG {
      let comment = "<!-- \(String(repeating: "долго ", count: 150)) -->"
      return Array(picture[..<21]) + Array(comment.utf8) + picture[21...]
    }
    if picture.starts(with: [0xFF, 0xD8]) {
      let comment = PictureBytes.segment(0xFE, [UInt8](repeating: 0xFF, count: 800))
      return Array(picture[..<2]) + comment + picture[2...]
    }
    return picture + [UInt8](repeating: 7, count: 800)
  }
}
