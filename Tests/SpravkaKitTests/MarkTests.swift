import Testing

@testable import SpravkaKit

@Suite struct MarkTests {
  private let mark = Mark(
    inputs: Digest(of: [1]), warnings: 2,
    files: [
      Mark.File(path: RawPath("a/index.html"), size: 10, source: nil),
      Mark.File(
        path: RawPath("qr.png"), size: 0,
        source: CopySource(path: "content/qr.png", digest: Digest(of: []))),
      Mark.File(path: RawPath("статья.html"), size: 7, source: nil),
    ])

  @Test func `a mark is a text that says who wrote it, from what, and which files`() {
    let text = String(decoding: mark.encoded, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.dropLast(2) == [
        "spravka 1", "inputs \(Digest(of: [1]).hex)", "warnings 2", "10\ta/index.html",
        "0\tqr.png\t00000000000000000000000000000000\tcontent/qr.png", "7\tстатья.html",
      ])
    #expect(lines.suffix(2).first?.hasPrefix("end ") == true && lines.last == "")
  }

  @Test func `what was written is read back`() {
    #expect(Mark(parsing: mark.encoded) == mark)
    let empty = Mark(inputs: nil, warnings: 0, files: [])
    #expect(Mark(parsing: empty.encoded) == empty)
  }

  @Test func `a mark that is cut off anywhere is no mark`() {
    let bytes = mark.encoded
    for length in 0..<bytes.count { #expect(Mark(parsing: Array(bytes[..<length])) == nil) }
  }

  @Test func `a mark with any byte changed is no mark`() {
    for index in mark.encoded.indices {
      for change in [UInt8(1), 0x20, 0x80] {
        var bytes = mark.encoded
        bytes[index] ^= change
        #expect(Mark(parsing: bytes) == nil)
      }
    }
  }

  /// Marks with a right digest that this version did not write.
  @Test(arguments: [
    "spravka 2\ninputs none\nwarnings 0\n",
    "spravka 1\nwarnings 0\n",
    "spravka 1\ninputs none\nwarnings many\n",
    "spravka 1\ninputs none\nwarnings 0\n1\ta\t2\n",
    "spravka 1\ninputs none\nwarnings 0\n-1\ta\n",
    "spravka 1\ninputs none\nwarnings 0\n99999999999999999999\ta\n",
    "spravka 1\ninputs none\nwarnings 0\n1\t../../etc/passwd\n",
    "spravka 1\ninputs none\nwarnings 0\n1\t/etc/passwd\n",
    "spravka 1\ninputs none\nwarnings 0\n1\t.spravka\n",
    "spravka 1\ninputs none\nwarnings 0\n1\tb\n1\ta\n",
    "spravka 1\ninputs none\nwarnings 0\n1\ta\n1\ta\n",
    "spravka 1\ninputs none\nwarnings 0\n\n",
    "spravka 1\ninputs none\nwarnings 0\n1\ta\txyz\tcontent/a\n",
  ])
  func `a mark that only looks like one is no mark`(text: String) {
    let bytes = Array(text.utf8)
    #expect(Mark(parsing: bytes + Array("end \(Digest(of: bytes).hex)\n".utf8)) == nil)
  }

  @Test(arguments: ["", "\n", "garbage", "spravka 1\n", "\u{0}\u{0}\u{0}\n\n\n\n\n\n"])
  func `whatever stands in the mark, the folder is ours and the build works`(
    text: String
  ) async throws {
    let disk = try EmitScratch()
    try await disk.emit(["a.html": "a", "b.html": "b"])
    try disk.scratch.write("site/public/.spravka", text)
    #expect(await unchangedBuild(disk.target) == nil)
    let report = try await disk.emit(["a.html": "a", "b.html": "B"])
    #expect(report.unchanged == 1 && report.written == 1)
    #expect(try disk.site() == ["a.html: a", "b.html: B"])
    #expect(await unchangedBuild(disk.target) != nil)
  }
}
