import Testing

@testable import SpravkaKit

/// JSON from elsewhere: read as the standard has it, refused where it is none.
struct JSONReaderTests {
  private func value(_ json: String) throws(JSONReader.Problem) -> JSONReader.Value {
    try JSONReader.value(of: Array(json.utf8))
  }

  @Test func `what the standard knows is read`() throws {
    let read = try value(" {\"a\" : [1, -2, 1.5, true, false, null],\n\"b\":{\"c\":\"\"}} ")
    #expect(
      read["a"].items
        == [.number(1), .number(-2), .number(0), .flag(true), .flag(false), .null])
    #expect(read["b"]["c"] == .text(""))
    #expect(try value("[]") == .list([]))
    #expect(
      try value("\"\\u0444 \\ud83d\\ude00 \\ud83d \\\" \\\\ \\/ \\b\\f\\n\\r\\t\"").text
        == "ф 😀 \u{FFFD} \" \\ / \u{8}\u{C}\n\r\t")
  }

  @Test(arguments: [
    "", " ", "{", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "\"", "\"\\", "\"\\x\"", "\"\\u12",
    "\"\n\"", "tru", "1 2", "[1 2]", "nulls", "--1", String(repeating: "[", count: 100_000),
  ])
  func `what is no JSON is refused, and nothing falls over`(json: String) {
    #expect(throws: JSONReader.Problem.self) { try value(json) }
  }

  @Test func `nothing ends a script early`() throws {
    var json: [UInt8] = []
    let text = "</script><!-- \u{2028}\u{2029} \u{2030} «»\u{1}"
    json.append(jsonInScript: text)
    let written = String(decoding: json, as: UTF8.self)
    #expect(
      written == "\"\\u003c/script>\\u003c!-- \\u2028\\u2029 \u{2030} «»\\u0001\"")
    #expect(try value(written).text == text)
  }

  @Test func `text in XML leaves out what XML cannot hold`() {
    var xml = HTMLWriter()
    xml.xmlText("a\u{0}\u{8}\u{1F}b\u{FFFE}\u{FFFF}c\td <&> \u{FEFF}😀")
    #expect(String(decoding: xml.bytes, as: UTF8.self) == "abc\td &lt;&amp;&gt; \u{FEFF}😀")
  }
}
