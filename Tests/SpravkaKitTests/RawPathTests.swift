import Testing

@testable import SpravkaKit

@Suite struct RawPathTests {
  @Test func `names are joined, and folders are found above`() {
    let path = RawPath.here.appending(Array("a".utf8)).appending(Array("b.md".utf8))
    #expect(path.shown == "a/b.md")
    #expect(RawPath("a/b/c").ancestors.map(\.shown) == ["a/b", "a"])
    #expect(RawPath("a").parent == nil)
  }

  @Test func `paths are in the order of their bytes, a folder before what it holds`() {
    let sorted = ["b", "a/b", "a-b", "a", "é"].map { RawPath($0) }.sorted(by: RawPath.precedes)
    #expect(sorted.map(\.shown) == ["a", "a-b", "a/b", "b", "é"])
  }

  @Test func `composed and decomposed letters make two paths`() {
    #expect(RawPath("\u{439}") != RawPath("\u{438}\u{306}"))
    #expect(Set([RawPath("\u{439}"), RawPath("\u{438}\u{306}")]).count == 2)
  }

  @Test func `what cannot be printed is shown by its bytes`() {
    #expect(RawPath(bytes: [0x61, 0xFF, 0x62]).shown == "a\\xFFb")
    #expect(RawPath(bytes: [0xD0, 0x61]).shown == "\\xD0a")
    #expect(RawPath(bytes: [0xD0]).shown == "\\xD0")
    #expect(RawPath("a\nb\u{85}й").shown == "a\\x0Ab\\xC2\\x85й")
    #expect(RawPath("статья.md").shown == "статья.md")
  }
}

@Suite struct CanonicalPathTests {
  @Test func `links are followed, and what is not there yet is taken as spelt`() throws {
    let scratch = try ScratchFolder()
    try scratch.makeFolder("real/inner")
    try scratch.link("link", to: "real/inner")
    #expect(canonicalPath(scratch.at("link/../new/./x")) == scratch.at("real/new/x"))
    #expect(canonicalPath("/") == "/")
    #expect(canonicalPath("/..//") == "/")
    #expect(canonicalPath("nowhere/..") == canonicalPath("."))
  }

  @Test func `a folder holds itself and what is below, not its namesakes`() {
    #expect(path("/a/b", isWithin: "/a"))
    #expect(path("/a", isWithin: "/a"))
    #expect(path("/a", isWithin: "/"))
    #expect(!path("/ab", isWithin: "/a"))
    #expect(!path("/", isWithin: "/a"))
  }
}
