import Mustache
import Testing

// The specification says that the indentation of a partial is «prepended to each line of the
// partial before rendering». The engine never does that to a source; here it is done, and both
// must write the same.

struct IndentationTests {
  @Test func `an indented partial writes what its indented source would write`() {
    var random = Random(state: 1)
    for _ in 0..<3000 {
      let part = template(10, &random)
      let inner = template(5, &random).replacing("{{>inner}}", with: "")
      let library = library([
        "page": "  {{>part}}\n", "part": part, "inner": inner, "indented": indented(part),
      ])
      #expect(library.errors == [])
      let value = Value.list([.text("a\n"), .text("b")])
      #expect(
        library.text("page", value) == library.text("indented", value),
        "\(part.debugDescription) with \(inner.debugDescription)")
    }
  }

  private func template(_ length: Int, _ random: inout Random) -> String {
    let pieces = [
      "\n", "\n", "\r\n", " ", "  ", "\t", "text", "{{.}}", "{{! a\n }}", "{{! b }}", "{{>inner}}",
      "{{=<% %>=}}<%={{ }}=%>", "{{#.}}", "{{^.}}", "{{/.}}", "{{/.}}",
    ]
    var source = ""
    var depth = 0
    for _ in 0..<length {
      let piece = pieces[random.next(below: pieces.count)]
      if piece == "{{/.}}" {
        guard depth > 0 else { continue }
        depth -= 1
      } else if piece == "{{#.}}" || piece == "{{^.}}" {
        depth += 1
      }
      source += piece
    }
    return source + String(repeating: "{{/.}}", count: depth)
  }

  private func indented(_ source: String) -> String {
    var result: [UInt8] = []
    for byte in source.utf8 {
      if result.isEmpty || result.last == UInt8(ascii: "\n") { result += [0x20, 0x20] }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Numbers that are the same in every run (the generator of Knuth's MMIX).
private struct Random {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
