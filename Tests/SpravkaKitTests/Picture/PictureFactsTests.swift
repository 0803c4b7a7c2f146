import Testing

@testable import SpravkaKit

@Suite struct PictureFactsTests {
  @Test func `each format of pixels says its size`() {
    let pictures: [[UInt8]] = [
      PictureBytes.png(640, 480), PictureBytes.gif(640, 480),
      PictureBytes.gif(640, 480, version: "87a"), PictureBytes.jpeg(640, 480),
      PictureBytes.jpeg(640, 480, frame: 0xC2), PictureBytes.lossyWebP(640, 480),
      PictureBytes.losslessWebP(640, 480), PictureBytes.extendedWebP(640, 480),
    ]
    for picture in pictures { #expect(facts(picture) == size(640, 480)) }
    #expect(facts(PictureBytes.lossyWebP(640 | 0x4000, 480 | 0xC000)) == size(640, 480))
    #expect(facts(PictureBytes.losslessWebP(16384, 1)) == size(16384, 1))
    #expect(facts(PictureBytes.extendedWebP(1 << 24, 2)) == size(1 << 24, 2))
  }

  @Test func `the tables of a JPEG are not taken for its frame`() {
    let tables = [0xC4, 0xC8, 0xCC, 0xDB, 0xE0, 0xFE].map {
      PictureBytes.segment($0, [8, 0, 9, 0, 9, 1])
    }
    #expect(facts(PictureBytes.jpeg(3, 2, segments: tables)) == size(3, 2))
    // Bytes for filling, and others that browsers pass over too.
    #expect(facts(PictureBytes.jpeg(3, 2, segments: [[0xFF, 0xFF], [1, 2]])) == size(3, 2))
  }

  @Test func `a JPEG that lies on its side is turned`() {
    for isLittle in [false, true] {
      for orientation in 0...9 {
        let picture = PictureBytes.jpeg(
          640, 480, segments: [PictureBytes.exif(orientation, isLittle: isLittle)])
        #expect(
          facts(picture) == ((5...8).contains(orientation) ? size(480, 640) : size(640, 480)))
      }
    }
    let other = PictureBytes.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8))
    let turned = PictureBytes.jpeg(
      640, 480, segments: [other, PictureBytes.exif(6), PictureBytes.exif(1)])
    #expect(facts(turned) == size(480, 640))
  }

  @Test func `Exif that is broken turns nothing`() {
    let exif = PictureBytes.exif(6)
    for index in 10..<18 {
      var broken = exif
      broken[index] = 0xFF
      #expect(facts(PictureBytes.jpeg(3, 2, segments: [broken])) == size(3, 2), "\(index)")
    }
  }

  @Test func `a format of another name is a picture, but for SVG`() {
    #expect(
      facts(PictureBytes.svg("width='1' height='2'"), isNamedSVG: false)
        == .invalid(.misnamed(.svg)))
    #expect(facts(PictureBytes.png(1, 1), isNamedSVG: true) == .invalid(.misnamed(.png)))
  }

  @Test func `formats that are too rare to look into are pictures without a size`() {
    let rare = ["\0\0\0\u{1C}ftypavif", "\0\0\0\u{1C}ftypavis", "BM", "\0\0\u{1}\0"]
    for text in rare { #expect(facts(Array(text.utf8)) == .unsized) }
    // Browsers take the size of its first frame.
    #expect(facts(PictureBytes.gif(0, 0)) == .unsized)
  }

  @Test func `a picture without width or height is none`() {
    #expect(facts(PictureBytes.png(0, 1)) == .invalid(.zeroSize(.png)))
    #expect(facts(PictureBytes.jpeg(1, 0)) == .invalid(.zeroSize(.jpeg)))
    #expect(facts(PictureBytes.lossyWebP(0, 1)) == .invalid(.zeroSize(.webP)))
    #expect(facts(PictureBytes.png(1 << 31, 1)) == .invalid(.damaged(.png)))
  }

  @Test func `what a file is instead of a picture is found out`() {
    let files: [(String, PictureFault)] = [
      ("", .empty), ("version https://git-lfs.github.com/spec/v1\n", .lfsPointer),
      ("<!doctype HTML><p>", .page), ("\n <html>", .page), ("<!-- x --><div>", .page),
      ("<Error><Code>", .text), ("Привет", .text), ("<", .text), ("<!--", .text),
      ("\0\u{1}", .unknown), ("%PDF-1.7", .unshown("a PDF document")),
      ("\0\0\0\u{18}ftypheic", .unshown("a HEIC photo")),
      ("\0\0\0\u{18}ftypisom", .unshown("a video")), ("GIF88a\0\0\0\0", .damaged(.gif)),
      ("GIF8", .cutOff(.gif)), ("RIFF\0\0\0\0WEBPICCP", .damaged(.webP)),
    ]
    for (text, fault) in files {
      #expect(facts(Array(text.utf8)) == .invalid(fault), "\(text.debugDescription)")
    }
    #expect(facts([0x1F, 0x8B, 8], isNamedSVG: true) == .invalid(.compressedSVG))
    #expect(facts([0xFF, 0xD8, 0xFF, 0xD9]) == .invalid(.damaged(.jpeg)))
    #expect(facts([0xFF, 0xD8, 0xFF, 0xDB, 0, 1, 0]) == .invalid(.damaged(.jpeg)))
    // As git leaves a PNG that it takes for a text.
    let lines = PictureBytes.png(3, 3).filter { $0 != 0x0D }
    #expect(facts(lines) == .invalid(.damaged(.png)))
  }
}

/// The facts of a whole file.
func facts(_ bytes: [UInt8], isNamedSVG: Bool = false) -> PictureFacts? {
  PictureFacts(of: PictureHead(bytes: bytes, fileSize: bytes.count, isNamedSVG: isNamedSVG))
}

func size(_ width: Int32, _ height: Int32) -> PictureFacts {
  .size(PictureSize(width: width, height: height))
}
