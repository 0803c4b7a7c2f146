import Mustache
import Testing

struct InheritanceCheckTests {
  @Test func `a block that the parent does not have is reported`() {
    let page = "{{<layout}}{{$titel}}{{/titel}}{{$main}}{{/main}}{{$foot}}{{/foot}}{{/layout}}"
    let layout = "{{$title}}{{/title}}{{>middle}}{{<base}}{{$inner}}{{/inner}}{{/base}}"
    #expect(
      checkErrors([
        "page": page, "layout": layout, "middle": "{{$main}}{{/main}}",
        "base": "{{$inner}}{{$deep}}{{/deep}}{{/inner}}",
      ]) == [
        "page:14..<19: the parent 'layout' has no block 'titel' (did you mean 'title'?)",
        "page:52..<56: the parent 'layout' has no block 'foot'"
          + " (known here: deep, inner, main, title)",
      ])
  }

  @Test func `an override is checked in the scope of the block that it fills`() {
    let page = "{{<list}}{{$item}}{{label}}{{titel}}{{/item}}{{/list}}"
    #expect(
      checkErrors(["page": page, "list": "{{#links}}{{$item}}{{nope}}{{/item}}{{/links}}"]) == [
        "page:29..<34: unknown variable 'titel' (did you mean 'title'?)"
      ])
    #expect(
      checkErrors(["page": page, "list": "{{$item}}{{/item}}"]) == [
        "page:20..<25: unknown variable 'label'"
          + " (known here: title, body, draft, author, links, tags, contents)",
        "page:29..<34: unknown variable 'titel' (did you mean 'title'?)",
      ])
  }

  @Test func `the content of a block that nothing fills is checked`() {
    #expect(
      checkErrors(["page": "{{<layout}}{{/layout}}", "layout": "{{$a}}{{titel}}{{/a}}"]) == [
        "layout:8..<13: unknown variable 'titel' (did you mean 'title'?)"
      ])
  }

  @Test func `what stands directly inside a parent and is no block is reported`() {
    let hint = "(directly inside a parent only blocks count, each once)"
    let page =
      "{{<p}} {{! fine }} text {{$a}}x{{/a}} {{#draft}}{{$b}}{{/b}}{{/draft}}"
      + "{{title}}{{>p}}{{$a}}y{{/a}}{{/p}}"
    #expect(
      checkErrors(["page": page, "p": "{{$a}}{{/a}}"]) == [
        "page:19..<23: this text is never written \(hint)",
        "page:41..<46: this tag is never written \(hint)",
        "page:72..<77: this tag is never written \(hint)",
        "page:82..<83: this tag is never written \(hint)",
        "page:88..<89: the block 'a' is given twice; the first counts \(hint)",
      ])
    #expect(library(["page": page, "p": "{{$a}}{{/a}}"]).text("page") == "x")
  }

  @Test func `a round that no data can end is reported`() {
    let hint = "(only a section over a list of the same kind of records ends such a round)"
    #expect(
      checkErrors(["page": "{{#draft}}{{>page}}{{/draft}}"]) == [
        "page:13..<17: 'page' includes itself without end: page → page \(hint)"
      ])
    #expect(
      checkErrors(["page": "{{>a}}", "a": "{{<b}}{{/b}}", "b": "{{^title}}{{>a}}{{/title}}"]) == [
        "b:13..<14: 'a' includes itself without end: a → b → a \(hint)"
      ])
    #expect(
      checkErrors(["page": "{{#links}}{{>page}}{{/links}}"]) == [
        "page:13..<17: 'page' includes itself without end: page → page \(hint)"
      ])
  }

  @Test func `a round that an override ends is none`() {
    let parent = "{{$foo}}default{{/foo}} {{$bar}}{{<parent2}}{{/parent2}}{{/bar}}"
    let parent2 = "{{$foo}}own{{/foo}} {{<parent}}{{$bar}}stop{{/bar}}{{/parent}}"
    let page = "{{<parent}}{{$foo}}override{{/foo}}{{/parent}}"
    #expect(checkErrors(["page": page, "parent": parent, "parent2": parent2]) == [])
  }
}
