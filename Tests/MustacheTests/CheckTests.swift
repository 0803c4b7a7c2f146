import Mustache
import Testing

struct CheckTests {
  @Test func `a template that asks for what there is passes`() {
    let page = """
      {{title}} {{{body}}} {{&body}} {{body}} {{author.url}} {{draft}}
      {{#title}}{{.}}{{/title}}{{^title}}{{author.label}}{{/title}}
      {{#links}}{{label}} {{title}} {{#.}}{{url}}{{/.}}{{/links}}
      {{#tags}}{{.}}, {{/tags}}{{#draft}}{{title}}{{/draft}}{{#author}}{{url}}{{/author}}
      {{#contents}}{{>chapters}}{{/contents}}
      """
    let chapters = "{{#chapters}}{{name}} of {{title}}{{>chapters}}{{/chapters}}"
    #expect(checkErrors(["page": page, "chapters": chapters]) == [])
  }

  @Test func `an unknown variable is reported with the nearest name or those that are known`() {
    let known = "known here: title, body, draft, author, links, tags, contents"
    #expect(
      checkErrors(["page": "{{titel}} {{zzz}} {{#links}}{{lable}}{{qqqqq}}{{/links}}"]) == [
        "page:2..<7: unknown variable 'titel' (did you mean 'title'?)",
        "page:12..<15: unknown variable 'zzz' (\(known))",
        "page:30..<35: unknown variable 'lable' (did you mean 'label'?)",
        "page:39..<44: unknown variable 'qqqqq'"
          + " (known here: url, label, title, body, draft, author, links, tags and 1 more)",
      ])
  }

  @Test func `dotted names are followed`() {
    #expect(
      checkErrors(["page": "{{author.ulr}} {{title.x}} {{#links.url}}{{/links.url}}"]) == [
        "page:2..<12: unknown variable 'author.ulr' (did you mean 'author.url'?)",
        "page:17..<24: 'title' is text and has no 'x'",
        "page:30..<39: 'links' is a list and has no 'url'"
          + " (open a section over it: {{#links}}…{{/links}})",
      ])
  }

  @Test func `text cannot be written without escaping`() {
    #expect(
      checkErrors(["page": "{{{title}}} {{& author.url }} {{#tags}}{{{.}}}{{/tags}}"]) == [
        "page:3..<8: 'title' is text, and text is always escaped"
          + " (write {{title}}; only markup is written as it is)",
        "page:16..<26: 'author.url' is text, and text is always escaped"
          + " (write {{author.url}}; only markup is written as it is)",
        "page:42..<43: '.' is text, and text is always escaped"
          + " (write {{.}}; only markup is written as it is)",
      ])
  }

  @Test func `records and lists cannot be written`() {
    #expect(
      checkErrors(["page": "{{author}}{{links}}{{#links}}{{.}}{{/links}}{{#draft}}{{.}}{{/draft}}"])
        == [
          "page:2..<8: 'author' is a record, which cannot be written"
            + " (write one of its names: url, label)",
          "page:12..<17: 'links' is a list, which cannot be written"
            + " (open a section over it: {{#links}}…{{/links}})",
          "page:31..<32: '.' is a record, which cannot be written"
            + " (write one of its names: url, label)",
          "page:56..<57: '.' is a flag, which cannot be written",
        ])
  }

  @Test func `inside a section over an unknown name only that name is reported`() {
    #expect(
      checkErrors(["page": "{{#lynks}}{{label}}{{.}}{{title.x}}{{/lynks}}{{^nope}}{{/nope}}"]) == [
        "page:3..<8: unknown variable 'lynks' (did you mean 'links'?)",
        "page:26..<33: 'title' is text and has no 'x'",
        "page:48..<52: unknown variable 'nope'"
          + " (known here: title, body, draft, author, links, tags, contents)",
      ])
  }

  @Test func `an unknown template is reported`() {
    #expect(
      checkErrors(["page": "{{>heder}}{{<layuot}}{{/layuot}}", "header": "", "layout": ""]) == [
        "page:3..<8: unknown template 'heder' (did you mean 'header'?)",
        "page:13..<19: unknown template 'layuot' (did you mean 'layout'?)",
      ])
    let library = library(["a": ""])
    #expect(
      library.check("b", against: Shapes.page).map(\.text) == [
        "b:0..<0: there is no template 'b'"
      ])
  }

  @Test func `a partial is checked where it is included, and each mistake reported once`() {
    let page = "{{>label}}{{#links}}{{>label}}{{/links}}{{#author}}{{>label}}{{/author}}{{>label}}"
    #expect(
      checkErrors(["page": page, "label": "<b>{{label}}</b>"]) == [
        "label:5..<10: unknown variable 'label'"
          + " (known here: title, body, draft, author, links, tags, contents)"
      ])
  }

  @Test func `templates with mistakes of syntax are left out of the check`() {
    let library = library(["page": "{{>part}}{{oops}}", "part": "{{#a}}{{oops}}"])
    #expect(
      library.check("page", against: Shapes.page).map(\.message) == ["unknown variable 'oops'"])
    #expect(library.check("part", against: Shapes.page) == [])
  }

  @Test func `references are followed through other templates`() {
    let library = library([
      "page": "{{<layout}}{{$a}}{{>x}}{{/a}}{{/layout}}", "layout": "{{>x}}{{#s}}{{>y}}{{/s}}",
      "x": "{{>none}}", "y": "{{>y}}", "z": "",
    ])
    #expect(library.references(from: "page") == ["layout", "x", "y"])
    #expect(library.references(from: "y") == ["y"])
    #expect(library.references(from: "nothing") == [])
  }
}
