import Testing

@testable import SpravkaKit

@Suite struct FrontMatterFencesTests {
  @Test(
    arguments: [
      ("---\na: b\n---\nтекст\n", "a: b\n", "текст\n"),
      ("---\r\na: b\r\n---\r\nтекст", "a: b\r\n", "текст"),
      ("\u{FEFF}---\na: b\n---\nтекст", "a: b\n", "текст"),
      ("---  \na: b\n---\t\nтекст", "a: b\n", "текст"),
      ("---\n---\n", "", ""),
      ("---\na: b\n---", "a: b\n", ""),
      ("---\na: b\n----\n ---\n---\nв", "a: b\n----\n ---\n", "в"),
      ("---\na\n---\nб\n---\n", "a\n", "б\n---\n"),
      ("текст\n---\na: b\n---\n", "", "текст\n---\na: b\n---\n"),
      ("\u{FEFF}текст", "", "текст"),
      ("", "", ""),
    ])
  func `the first two lines of hyphens hold the front matter`(
    text: String, yaml: String, body: String
  ) {
    let file = SourceFile("a.md", text)
    let fences = FrontMatterFences(of: file)
    #expect(fences.isClosed)
    #expect(String(decoding: file.bytes[fences.yaml], as: UTF8.self) == yaml)
    #expect(String(decoding: file.bytes[fences.body], as: UTF8.self) == body)
  }

  @Test(arguments: ["---", "---\n", "---\na: b\n", "---\n --- \n", "---\n----\n"])
  func `without the second line it is open`(text: String) {
    #expect(!FrontMatterFences(of: SourceFile("a.md", text)).isClosed)
  }
}
