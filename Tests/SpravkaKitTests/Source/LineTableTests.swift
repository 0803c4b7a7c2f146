import Testing

@testable import SpravkaKit

@Suite struct LineTableTests {
  @Test(arguments: ["", "\n", "a", "a\nб\r\n\nв", "привет\nмир", "x\r\n"])
  func `every offset stands where a walk from the start finds it`(text: String) {
    let file = SourceFile("a", text)
    let table = LineTable(file.bytes)
    for offset in 0...(file.bytes.count + 2) {
      #expect(table.position(at: offset) == file.position(at: offset), "at \(offset)")
      #expect(table.lineRange(at: offset) == file.lineRange(at: offset), "at \(offset)")
    }
  }

  @Test func `columns are right far into a line of a thousand bytes`() {
    let text = "короткая\n" + String(repeating: "аb", count: 400)
    let table = LineTable(Array(text.utf8))
    #expect(table.position(at: 17 + 3 * 256) == SourcePosition(line: 2, column: 513))
    #expect(table.position(at: 17 + 1200) == SourcePosition(line: 2, column: 801))
  }
}
