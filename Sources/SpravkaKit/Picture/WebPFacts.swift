// WebP: a RIFF file whose first chunk says the size, each of its three kinds in a way of its own
// (RFC 9649; the frame header of VP8 is section 9.1 of RFC 6386).

func webPFacts(of head: PictureHead) throws(PictureStop) -> PictureFacts {
  switch try head.bigEndian(at: 12, bytes: 4) {
  case 0x5650_3820: return try lossyFacts(of: head)
  case 0x5650_384C: return try losslessFacts(of: head)
  case 0x5650_3858:
    let width = try head.littleEndian(at: 24, bytes: 3) + 1
    let height = try head.littleEndian(at: 27, bytes: 3) + 1
    return try .pixels(.webP, width, height)
  default: throw .fault(.damaged(.webP))
  }
}

/// `VP8 `: a start code, then two numbers of 14 bits, each below two bits of scaling that nobody
/// heeds.
private func lossyFacts(of head: PictureHead) throws(PictureStop) -> PictureFacts {
  guard try head.bigEndian(at: 23, bytes: 3) == 0x9D012A else { throw .fault(.damaged(.webP)) }
  let width = try head.littleEndian(at: 26, bytes: 2) & 0x3FFF
  let height = try head.littleEndian(at: 28, bytes: 2) & 0x3FFF
  return try .pixels(.webP, width, height)
}

/// `VP8L`: a byte that marks it, then both numbers less one in 14 bits each.
private func losslessFacts(of head: PictureHead) throws(PictureStop) -> PictureFacts {
  guard try head[20] == 0x2F else { throw .fault(.damaged(.webP)) }
  let bits = try head.littleEndian(at: 21, bytes: 4)
  return try .pixels(.webP, bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
}
