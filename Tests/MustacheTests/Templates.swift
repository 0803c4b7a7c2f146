import Mustache

// Short ways to say templates, output and errors in tests.

func library(_ sources: KeyValuePairs<String, String>) -> TemplateLibrary {
  TemplateLibrary(sources.map { ($0.key, Array($0.value.utf8)) })
}

extension TemplateLibrary {
  func text(_ name: String, _ value: Value = .none) -> String {
    var output: [UInt8] = []
    render(name, value, into: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

extension TemplateError {
  /// Like `page:2..<7: unknown variable 'titel' (did you mean 'title'?)`.
  var text: String {
    "\(template):\(range): \(message)" + (hint.map { " (\($0))" } ?? "")
  }
}

/// The errors of the template `page` alone, as texts.
func syntaxErrors(_ source: String) -> [String] {
  library(["page": source]).errors.map(\.text)
}

/// What the strict check says about the template `page`, as texts.
func checkErrors(
  _ sources: KeyValuePairs<String, String>, against shape: Shape = Shapes.page
) -> [String] {
  let library = library(sources)
  return library.errors.map(\.text) + library.check("page", against: shape).map(\.text)
}

enum Shapes {
  static let link = Shape("link", ["url": .text, "label": .text])
  static let chapter = Shape("chapter", ["name": .text, "chapters": .listOfSelf])
  static let page = Shape(
    "page",
    [
      "title": .text, "body": .markup, "draft": .flag, "author": .record(link),
      "links": .list(link), "tags": .textList, "contents": .record(chapter),
    ])
}
