internal import Mustache

// Templates, strings and assets → what pages are made with. A site's file replaces the built-in one
// of the same name; everything is compiled and checked here, so that making a page cannot fail.

struct Theme: Sendable {
  let templates: TemplateLibrary
  /// The words of each language of the site, in the order of the languages.
  let strings: [Strings]
  let assets: [Asset]
  let shapes: PageShapes
  let diagnostics: [Diagnostic]

  /// - Parameter overrides: the site's own `templates/`, with paths from the site's root.
  init(builtin: [SourceFile], overrides: [SourceFile], languages: [String]) {
    let files = ThemeFiles(builtin: builtin, overrides: overrides)
    var diagnostics: [Diagnostic] = []
    strings = languages.map { files.strings(of: $0, &diagnostics) }
    assets = files.assets()
    shapes = PageShapes(strings: strings.first?.keys ?? [], assets: assets.map(\.name))
    templates = TemplateLibrary(files.templates())
    var errors = templates.errors
    for kind in PageTemplate.allCases {
      errors += templates.check(kind.rawValue, against: shapes.root(of: kind))
    }
    diagnostics += files.findings(about: errors)
    diagnostics += files.unused(in: templates)
    self.diagnostics = diagnostics
  }
}

/// A template that makes a page by itself.
enum PageTemplate: String, CaseIterable, Sendable {
  case article, category, home
  case notFound = "404"
}
