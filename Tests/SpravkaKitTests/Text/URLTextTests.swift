import Testing

@testable import SpravkaKit

struct URLTextTests {
  @Test(arguments: [
    ("a/b/", "a/c/", "../c/"),
    ("a/b/", "a/b/", "./"),
    ("a/b/", "a/b/c/", "c/"),
    ("a/b/", "", "../../"),
    ("", "a/b/", "a/b/"),
    ("", "", "./"),
    ("a/b/", "a/bc/", "../bc/"),
    ("en/a/", "a/", "../../a/"),
    ("a/b/", "a/qr.png", "../qr.png"),
  ])
  func `a URL is written relative to the page`(page: String, target: String, expected: String) {
    #expect(relativeURL(from: page, to: target) == expected)
  }

  @Test(arguments: [
    ("b.md", "content/ru/a/b.md"),
    ("./b.md", "content/ru/a/b.md"),
    ("../b.md", "content/ru/b.md"),
    ("../../en/x.md", "content/en/x.md"),
    ("../../site.yml", "content/site.yml"),
    ("../../../README.md", nil),
    ("../../../../../../etc/passwd", nil),
    ("x//y/../z.md", "content/ru/a/x/z.md"),
    ("folder/", "content/ru/a/folder/"),
  ])
  func `a relative path is followed but not out of the content`(path: String, expected: String?) {
    #expect(resolvedPath(path, from: "content/ru/a/page.md") == expected)
  }

  @Test(arguments: [
    ("%D1%84", "ф"), ("a%20b", "a b"), ("100%", "100%"), ("%zz%4", "%zz%4"), ("%FF", "%FF"),
    ("%25%41", "%A"), ("", ""),
  ])
  func `percent escapes are undone where they make text`(written: String, expected: String) {
    #expect(percentDecoded(written) == expected)
  }

  @Test func `what a URL cannot hold is escaped`() {
    #expect(
      percentEncodedPath("a/имя файла?#%.pdf")
        == "a/%D0%B8%D0%BC%D1%8F%20%D1%84%D0%B0%D0%B9%D0%BB%D0%B0%3F%23%25.pdf")
    #expect(percentEncodedPath("plain/path-1_2.~x") == "plain/path-1_2.~x")
    #expect(percentEncodedPath("a:b") == "a%3Ab")
  }
}
