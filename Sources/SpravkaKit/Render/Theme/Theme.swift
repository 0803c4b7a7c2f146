internal import Mustache

// Templates, strings and assets → what pages are made with. A site's file replaces the built-in one
// of the same name; everything is compiled and checked here, so that making a page cannot fail.

struct Theme: Sendable {
  let templates: TemplateLibrary
  /// The words of each language of the site, in the order of the languages.
  let strings: [Strings]
  /// The same as templates ask for them.
  let stringValues: [Value]
  let assets: [Asset]
  let searchScripts: ScriptBundle
  let icons: IconSprite
  let shapes: PageShapes
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - overrides: the site's own `templates/`, with paths from the site's root.
  ///   - isTypeset: whether the words of pages are set as a typographer would.
  init(
    builtin: [SourceFile], overrides: [SourceFile], languages: [String],
    style: StyleSettings = StyleSettings(), isTypeset: Bool = false
  ) {
    let files = ThemeFiles(builtin: builtin, overrides: overrides)
    var diagnostics: [Diagnostic] = []
    strings = languages.map { files.strings(of: $0, &diagnostics) }
    assets = files.assets(style)
    searchScripts = files.searchScripts()
    icons = IconSprite(files.icons())
    let keys = strings.first?.keys ?? []
    let shapes = PageShapes(strings: keys, assets: assets.map(\.name))
    stringValues = zip(languages, strings).map { language, texts in
      let typography = isTypeset ? Typography(language: language) : nil
      return shapes.strings.record(
        inOrder: keys.map { key in
          let text = texts[key] ?? ""
          return .text(typography?.plain(text) ?? text)
        })
    }
    self.shapes = shapes
    templates = TemplateLibrary(files.templates())
    var errors = templates.errors
    for kind in PageTemplate.allCases {
      errors += templates.check(kind.rawValue, against: shapes.root(of: kind))
    }
    for kind in FragmentTemplate.allCases {
      errors += templates.check(kind.rawValue, against: shapes.root(of: kind))
    }
    diagnostics += files.findings(about: errors + files.unknownIcons(among: icons.names))
    diagnostics += files.unused(in: templates)
    self.diagnostics = diagnostics
  }
}

/// A template that makes a page by itself.
enum PageTemplate: String, CaseIterable, Sendable {
  case article, category, changes, expired, feedback, home, new, search, tag, tags
  case notFound = "404"
}

/// A template without what all pages have in common: a part of many pages, made once for all of them,
/// or a page that nobody is to see.
enum FragmentTemplate: String, CaseIterable, Sendable {
  case redirect
  case sidebar
  case sidebarList = "sidebar-list"
}
