import Testing

@testable import SpravkaKit

struct CSSMinifierTests {
  @Test(arguments: safe + kept + unfinished)
  func `a sheet gets shorter and means the same`(sheet: Case) {
    #expect(minified(sheet.input) == sheet.report)
    #expect(minified(sheet.report) == sheet.report)
  }

  @Test(arguments: broken)
  func `what only a browser understands stays as it is`(text: String) {
    #expect(minified(text) == text)
  }

  @Test func `the theme's own sheet gets shorter, once`() throws {
    let sheet = try #require(BuiltinTheme.files().first { $0.path == "assets/site.css" })
    let once = minifiedCSS(sheet.bytes)
    #expect(once.count < sheet.bytes.count)
    #expect(minifiedCSS(once) == once)
    #expect(withoutGaps(once) == withoutGaps(sheet.bytes))
    #expect(!String(decoding: once, as: UTF8.self).contains("\n"))
  }

  @Test func `texts put together by chance get shorter once, and keep their words`() {
    let pieces = [
      "a", "--x", ":", ";", "{", "}", "(", ")", "[", "]", " ", "\n", "/* c */", "/*! n */", ",",
      ">", "\"s ; }\"", "'", "\\26 ", "url( a;b )", "@media ", "!", "-", "<", "calc(", "\\", "0",
    ]
    var generator = SmallGenerator(seed: 20_261_121)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...24, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let once = minified(text)
      #expect(minified(once) == once, "\(text)")
      #expect(words(of: once).starts(with: words(of: text)), "\(text)")
    }
  }

  @Test(arguments: ["{", "a{b(", "a{b:c;", "a{--x:{", "/*", "a{}}", "(;", "[{(", "a{b{", "\\26 "])
  func `a hostile sheet takes time as long as it is`(piece: String) {
    let text = Array(String(repeating: piece, count: 30_000).utf8)
    let time = processorTime { _ = minifiedCSS(text) }
    #expect(time < .seconds(5))
  }

  private func minified(_ text: String) -> String {
    String(decoding: minifiedCSS(Array(text.utf8)), as: UTF8.self)
  }

  /// The tokens that mean something; behind them stand the brackets that were closed.
  private func words(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    return (CSSReader.tokens(of: bytes) ?? []).compactMap { token in
      if case .gap = token.kind { return nil }
      return token.kind == .byte(.semicolon)
        ? nil : String(decoding: bytes[token.range], as: UTF8.self)
    }
  }

  /// Without white space, comments and semicolons at ends: what must not change.
  private func withoutGaps(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
      .replacing(/\/\*[^*]*\*\//, with: "").replacing(/\s+/, with: "")
      .replacing(";}", with: "}")
  }
}

private let safe = [
  Case("a { color : red ; }\n\nb { }", "a{color:red}b{}"),
  Case("/* one */ a /* two */ { b: c /* three */; /* four */ }", "a{b:c}"),
  Case("a , b > c + d ~ e { f: g , h !important; }", "a,b>c + d ~ e{f:g,h!important}"),
  Case(
    "@media ( min-width: 40rem ) and (a) , print { a { b: c; } }",
    "@media (min-width:40rem) and (a),print{a{b:c}}"),
  Case("a { b: c;; ; d: e; }", "a{b:c;d:e}"),
  Case("a:hover , a :hover { b: c }", "a:hover,a :hover{b:c}"),
  Case("a { & :hover { b: c; } d: e }", "a{& :hover{b:c}d:e}"),
  Case("a { font : 1rem / 1.6 \"A  B\" , 'C' }", "a{font:1rem / 1.6 \"A  B\",'C'}"),
  Case("@import \"a.css\" ;\n@layer b , c ;", "@import \"a.css\";@layer b,c;"),
  Case("\u{FEFF}a { }", "a{}"),
  Case("li:has( > [type=checkbox] ) { }", "li:has(>[type=checkbox]){}"),
]

private let kept = [
  Case("a{b:calc( 1px + 2px )}", "a{b:calc(1px + 2px)}"),
  Case("a{b:calc(1px - (2px * 3))}", "a{b:calc(1px - (2px * 3))}"),
  Case("a/**/:hover{}", "a/**/:hover{}"),
  Case("a/* x */.b{}", "a/**/.b{}"),
  Case("a /* x */.b{}", "a .b{}"),
  Case("/*! by  us */ a { }", "/*! by  us */a{}"),
  Case("a /*! x */b { }", "a /*! x */b{}"),
  Case("a{b:url( data:;base64,{} )}", "a{b:url( data:;base64,{} )}"),
  Case("a{b:URL( \"x ;\" )}", "a{b:URL(\"x ;\")}"),
  Case("a{content:\"/* no */  \\\" ;}\"}", "a{content:\"/* no */  \\\" ;}\"}"),
  Case("a{--x: ;--y:;--z: { a : b } }", "a{--x: ;--y:;--z:{ a : b }}"),
  Case("a{--x: }", "a{--x: }"),
  Case("a{--x :  1  ,  2  ; b : c }", "a{--x:1 , 2;b:c}"),
  Case("a{b:var(--x, )}", "a{b:var(--x, )}"),
  Case(".\\31 0 .\\{ , .b{}", ".\\31 0 .\\{,.b{}"),
  Case(".\\31  a{}", ".\\31  a{}"),
  Case(
    "@supports not selector( a :popover-open ) { }", "@supports not selector(a :popover-open){}"),
  Case("a{} ; b{}", "a{};b{}"),
  Case("@media (a) { b { } ; c { } }", "@media (a){b{};c{}}"),
  Case("a { ; b: c; ; }", "a{;b:c}"),
  Case("a:not( .b ) .c{}", "a:not(.b) .c{}"),
  Case("@media (width >= 40rem) { }", "@media (width >= 40rem){}"),
  Case("-- > b{}", "-- >b{}"),
  Case(
    "a { grid-area : b / c; content : \"›\" / \"\" }", "a{grid-area:b / c;content:\"›\" / \"\"}"),
  Case("a{b:c\\;d;e:f}", "a{b:c\\;d;e:f}"),
]

/// What browsers close at the end of a file is closed, so that something may follow.
private let unfinished = [
  Case("a { b: c; ", "a{b:c}"),
  Case("@media (a) { b { c: d", "@media (a){b{c:d}}"),
  Case("a { b: c( [ d", "a{b:c([ d])}"),
  Case("a , b", "a,b{}"),
  Case("@import \"a\"", "@import \"a\";"),
  Case("@media (a", "@media (a);"),
  Case("a{b:c} /* and on", "a{b:c}"),
  Case("a{b:c} } d{e:f}", "a{b:c}}d{e:f}"),
  Case("a { b: c } }\n", "a{b:c}}{}"),
  Case("", ""),
]

private let broken = [
  "a { b: \"c\n } d { }", "a { b: 'c", "a { b: url( c", "a { } \\\n b", "a { \\", "/*! and on  a",
  "a { b: \\75rl( c; ) }",
]

/// A generator that gives the same numbers wherever the tests run.
private struct SmallGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
