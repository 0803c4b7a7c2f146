// PNG, the animated one too: the signature, then the chunk IHDR with width and height
// (https://www.w3.org/TR/png-3/#11IHDR).

func pngFacts(of head: PictureHead) throws(PictureStop) -> PictureFacts {
  for (offset, byte) in signature.enumerated() {
    // Ends of lines that something has changed, as in a text, are what damages a PNG most often.
    guard try head[offset] == byte else { throw .fault(.damaged(.png)) }
  }
  let width = try head.bigEndian(at: 16, bytes: 4)
  let height = try head.bigEndian(at: 20, bytes: 4)
  return try .pixels(.png, width, height)
}

/// With the length of the first chunk, which is always 13, and its name.
private let signature: [UInt8] =
  [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
