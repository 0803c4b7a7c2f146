import Testing

@testable import SpravkaKit

@Suite struct YAMLTreeTests {
  private func parse(_ text: String, from start: Int = 0) -> YAMLDocument {
    let file = SourceFile("a.yml", text)
    return parseYAML(file, in: start..<file.bytes.count, limits: .site)
  }

  /// The tree on one line, each node followed by the bytes that its range holds.
  private func describe(_ node: YAMLNode, in bytes: [UInt8]) -> String {
    let source = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    switch node.content {
    case .scalar(let text, let isPlain):
      return "\(isPlain ? "" : "=")\(text)<\(source(node.range))>"
    case .sequence(let items):
      return "[" + items.map { describe($0, in: bytes) }.joined(separator: " ") + "]"
    case .mapping(let pairs):
      let texts = pairs.map { "\(source($0.keyRange)): \(describe($0.value, in: bytes))" }
      return "{" + texts.joined(separator: " ") + "}"
    }
  }

  @Test(
    arguments: [
      Case("a: b", "{a: b<b>}"),
      Case("вход: как войти\nещё: \"да\"", "{вход: как войти<как войти> ещё: =да<\"да\">}"),
      Case("а: [б, 'в г']\r\nд: {е: ж}\r\n", "{а: [б<б> =в г<'в г'>] д: {е: ж<ж>}}"),
      Case("а: |\n  бв\n  г\n\n\nд: е", "{а: =бв\nг\n<|\n  бв\n  г> д: е<е>}"),
      Case("а:\nб: # пусто\nв: ~", "{а: <> б: <> в: ~<~>}"),
      Case("а: б\n  в\n", "{а: б в<б\n  в>}"),
      Case("- no\n- 0123\n- ''", "[no<no> 0123<0123> =<''>]"),
      Case("# ничего\n\n", ""),
      Case("", ""),
    ])
  func `every value has its text and its bytes`(example: Case) {
    let document = parse(example.input)
    let bytes = Array(example.input.utf8)
    #expect(document.diagnostics.isEmpty)
    #expect(document.root.map { describe($0, in: bytes) } ?? "" == example.report)
  }

  @Test func `a part of a file has places in the whole file`() throws {
    let text = "Привет\nа: бв"
    let document = parse(text, from: 13)
    guard case .mapping(let pairs)? = document.root?.content else {
      Issue.record("no map")
      return
    }
    #expect(pairs.first?.keyRange == 13..<15)
    #expect(pairs.first?.value.range == 17..<21)
  }

  @Test func `lists and maps have the places of their brackets and items`() throws {
    let text = "а: [б]\nв:\n  г: д\n\n\ne: f"
    guard case .mapping(let pairs)? = parse(text).root?.content else {
      Issue.record("no map")
      return
    }
    let bytes = Array(text.utf8)
    let sources = pairs.map { String(decoding: bytes[$0.value.range], as: UTF8.self) }
    #expect(sources == ["[б]", "г: д", "f"])
  }

  @Test func `of a key that stands twice the first value counts`() {
    let document = parse("a: 1\nb: 2\na: 3\nc: {d: 4, d: 5}")
    let bytes = Array("a: 1\nb: 2\na: 3\nc: {d: 4, d: 5}".utf8)
    #expect(document.root.map { describe($0, in: bytes) } == "{a: 1<1> b: 2<2> c: {d: 4<4>}}")
    #expect(document.diagnostics.map(\.id) == [.duplicateKey, .duplicateKey])
  }
}
