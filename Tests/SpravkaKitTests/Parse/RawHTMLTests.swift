import Testing

@testable import SpravkaKit

struct RawHTMLTests {
  private func tags(_ html: String) -> [String] {
    let bytes = Array(html.utf8)
    return rawHTMLTokens(bytes).map { token in
      switch token {
      case .text(let range): "text:\(String(decoding: bytes[range], as: UTF8.self))"
      case .comment: "comment"
      case .tag(let tag):
        (tag.isClosing ? "/" : "") + tag.name
          + tag.attributes.map { attribute in
            " \(attribute.name)=\(String(decoding: bytes[attribute.value], as: UTF8.self))"
          }.joined()
      }
    }
  }

  @Test(arguments: [
    ("<a href=\"x\" ID='y' z=1 w>t</a>", ["a href=x id=y z=1 w=", "text:t", "/a"]),
    ("a < b <!-- <b> --> c", ["text:a < b ", "comment", "text: c"]),
    ("<!-- open", ["comment"]),
    ("<br/><img src=x/>", ["br", "img src=x/"]),
    ("<a href='x", ["a href=x"]),
    ("<a =x>", ["a =x="]),
    ("<?php ?><!DOCTYPE x>", ["", ""]),
    ("<", ["text:<"]),
    ("</", ["text:</"]),
    ("<1>", ["text:<1>"]),
  ])
  func `HTML is cut into tags`(html: String, expected: [String]) {
    #expect(tags(html) == expected)
  }

  @Test(arguments: [
    ("a&amp;b", "a&b"), ("java&#115;cript&colon;", "javascript:"), ("&#x6A;&Tab;", "j\t"),
    ("?a&lt=1&colon=2&ampx&lt", "?a&lt=1&colon=2&ampx<"), ("&#58", ":"), ("&unknown;", "&unknown;"),
    ("&", "&"), ("&#xFFFFFFFF;", "&#xFFFFFFFF;"),
  ])
  func `entities that can hide a URL are resolved`(text: String, expected: String) {
    #expect(resolvingEntities(text) == expected)
  }

  @Test(arguments: [
    ("a.png", ["a.png|"]), (" a.png 2x,b.png 100w ", ["a.png|2x", "b.png|100w "]),
    ("a.png, b.png", ["a.png|", "b.png|"]), ("a,b.png 2x", ["a,b.png|2x"]), (", ,", []), ("", []),
  ])
  func `a srcset is cut into pictures and descriptors`(value: String, expected: [String]) {
    let bytes = Array(value.utf8)
    let candidates = sourceSet(bytes, in: 0..<bytes.count).map { candidate in
      [candidate.url, candidate.descriptor].map { String(decoding: bytes[$0], as: UTF8.self) }
        .joined(separator: "|")
    }
    #expect(candidates == expected)
  }
}
