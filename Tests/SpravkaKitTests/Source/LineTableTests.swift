import Testing

@testable import SpravkaKit

@Suite struct LineTableTests {
  @Test(arguments: ["", "\n", "a", "a\nб\r\n\nв", "привет\nмир", "x\r\n"])
  func `every offset stands where a walk from the start finds it`(text: String) {
    let file = SourceFile("a", text)
    let table = LineTable(file.bytes)
    for offset in 0...(file.bytes.count + 2) {
      #expect(
        table.position(at: offset) == walkedPosition(at: offset, in: file.bytes), "at \(offset)")
      #expect(table.lineRange(at: offset) == walkedLine(at: offset, in: file.bytes), "at \(offset)")
    }
  }

  @Test func `columns are right far into a line of a thousand bytes`() {
    let text = "короткая\n" + String(repeating: "аb", count: 400)
    let table = LineTable(Array(text.utf8))
    #expect(table.position(at: 17 + 3 * 256) == SourcePosition(line: 2, column: 513))
    #expect(table.position(at: 17 + 1200) == SourcePosition(line: 2, column: 801))
  }
}

/// The plain answer: one walk from the start for each question.
private func walkedPosition(at offset: Int, in bytes: [UInt8]) -> SourcePosition {
  let before = bytes.prefix(offset)
  let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  return SourcePosition(
    line: before.count { $0 == UInt8(ascii: "\n") } + 1,
    column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1)
}

private func walkedLine(at offset: Int, in bytes: [UInt8]) -> Range<Int> {
  let offset = min(offset, bytes.count)
  let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  var end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
  return start..<end
}
