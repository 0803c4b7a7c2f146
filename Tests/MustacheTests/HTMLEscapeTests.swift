import Mustache
import Testing

struct HTMLEscapeTests {
  @Test func `four characters are escaped and all else is kept`() {
    let all = (0...255).map { UInt8($0) }
    var expected: [UInt8] = []
    for byte in all {
      switch byte {
      case UInt8(ascii: "&"): expected += Array("&amp;".utf8)
      case UInt8(ascii: "<"): expected += Array("&lt;".utf8)
      case UInt8(ascii: ">"): expected += Array("&gt;".utf8)
      case UInt8(ascii: "\""): expected += Array("&quot;".utf8)
      default: expected.append(byte)
      }
    }
    var output: [UInt8] = []
    appendEscaped(all, to: &output)
    #expect(output == expected)
  }

  @Test(arguments: [
    ("", ""), ("<", "&lt;"), ("&amp;", "&amp;amp;"), ("Да & нет", "Да &amp; нет"),
    ("\"a\"<'b'>", "&quot;a&quot;&lt;'b'&gt;"),
  ])
  func `arrays, slices and strings are escaped alike`(text: String, expected: String) {
    let bytes = Array(text.utf8)
    let padded = [UInt8(ascii: "<")] + bytes + [UInt8(ascii: ">")]
    var (array, slice, string) = ([UInt8(1)], [UInt8(1)], [UInt8(1)])
    appendEscaped(bytes, to: &array)
    appendEscaped(padded[1..<bytes.count + 1], to: &slice)
    appendEscaped(text, to: &string)
    let wanted = [1] + Array(expected.utf8)
    #expect(array == wanted)
    #expect(slice == wanted)
    #expect(string == wanted)
  }
}
