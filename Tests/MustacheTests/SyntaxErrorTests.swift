import Mustache
import Testing

struct SyntaxErrorTests {
  @Test func `a tag that is not closed is one error and the next tag is read`() {
    #expect(
      syntaxErrors("a {{title and {{body}} {{#x}}") == [
        "page:2..<4: this tag is not closed (close it with '}}')",
        "page:26..<27: the section 'x' is not closed (close it with {{/x}})",
      ])
    #expect(
      syntaxErrors("{{{title}} {{! never") == [
        "page:0..<2: this tag is not closed (close it with '}}}')",
        "page:11..<13: this tag is not closed (close it with '}}')",
      ])
    #expect(
      syntaxErrors("{{=<% %>}} {{a}}") == [
        "page:0..<2: this tag is not closed (close it with '=}}')"
      ])
  }

  @Test func `a wrong closing name is named with what it should be and where that was opened`() {
    #expect(
      syntaxErrors("\n{{#items}}\n{{$block}}{{/bock}}{{/item}}") == [
        "page:25..<29: {{/bock}} stands where {{/block}} should close the block"
          + " (the block 'block' was opened in line 3)",
        "page:34..<38: {{/item}} stands where {{/items}} should close the section"
          + " (the section 'items' was opened in line 2)",
      ])
  }

  @Test func `what stands open when an outer section closes is reported`() {
    #expect(
      syntaxErrors("{{#a}}{{<p}}{{$b}}{{^c}}{{/a}}") == [
        "page:9..<10: the parent 'p' is not closed (close it with {{/p}})",
        "page:15..<16: the block 'b' is not closed (close it with {{/b}})",
        "page:21..<22: the section 'c' is not closed (close it with {{/c}})",
      ])
    #expect(syntaxErrors("x {{/a}} y") == ["page:5..<6: {{/a}} closes nothing"])
  }

  @Test func `names are checked`() {
    #expect(
      syntaxErrors("{{}} {{ # }}{{/}} {{a b}} {{.a}} {{#a..b}}{{/a..b}}") == [
        "page:0..<4: this tag has no name",
        "page:5..<12: this tag has no name",
        "page:12..<17: this tag has no name",
        "page:20..<23: 'a b' is not a name: it has a space in it",
        "page:28..<30: '.a' is not a name: a part of it is empty",
        "page:36..<40: 'a..b' is not a name: a part of it is empty",
      ])
  }

  @Test func `dynamic names are refused`() {
    let hint = "(write the name of the template itself)"
    #expect(
      syntaxErrors("{{>*name}}{{<*p}}{{/*p}}") == [
        "page:3..<8: '*name' is a dynamic name, and there are none here \(hint)",
        "page:13..<15: '*p' is a dynamic name, and there are none here \(hint)",
      ])
  }

  @Test func `a tag for delimiters needs two`() {
    #expect(
      syntaxErrors("{{=|=}} {{=a b c=}} {{== ==}}") == [
        "page:0..<7: this tag must hold two delimiters (write them as in {{=<% %>=}})",
        "page:8..<19: this tag must hold two delimiters (write them as in {{=<% %>=}})",
        "page:20..<29: this tag must hold two delimiters (write them as in {{=<% %>=}})",
      ])
  }

  @Test func `a template that is not UTF-8 is an error at the first wrong byte`() {
    let library = TemplateLibrary([("page", Array("Да ".utf8) + [0xD0, 0x41])])
    #expect(library.errors.map(\.text) == ["page:5..<6: this is not UTF-8"])
    #expect(library.text("page") == "")
  }

  @Test func `errors of all templates come sorted by template and place`() {
    let library = library(["b": "{{/x}}{{}}", "a": "{{#y}}"])
    #expect(
      library.errors.map(\.text) == [
        "a:3..<4: the section 'y' is not closed (close it with {{/y}})",
        "b:3..<4: {{/x}} closes nothing",
        "b:6..<10: this tag has no name",
      ])
  }
}
