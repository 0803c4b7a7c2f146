// GIF: the size of the screen on which its frames are drawn
// (https://www.w3.org/Graphics/GIF/spec-gif89a.txt, section 18).

func gifFacts(of head: PictureHead) throws(PictureStop) -> PictureFacts {
  let version = try head[4]
  let end = try head[5]
  guard version == UInt8(ascii: "7") || version == UInt8(ascii: "9"), end == UInt8(ascii: "a")
  else { throw .fault(.damaged(.gif)) }
  let width = try head.littleEndian(at: 6, bytes: 2)
  let height = try head.littleEndian(at: 8, bytes: 2)
  // Where the screen has no size, browsers take that of the first frame.
  return width == 0 || height == 0 ? .unsized : try .pixels(.gif, width, height)
}
