internal import Mustache

/// The built-in theme with the site's own files laid over it, one by one.
struct ThemeFiles: Sendable {
  private let builtin: [SourceFile]
  /// The site's files with their paths below `templates/`.
  private let own: [SourceFile]

  init(builtin: [SourceFile], overrides: [SourceFile]) {
    self.builtin = builtin
    let known = Dictionary(builtin.map { ($0.path, $0.bytes) }) { first, _ in first }
    // A copy of the theme's file that nobody has changed is the theme's file.
    own = overrides.map {
      SourceFile(path: String($0.path.dropFirst("templates/".utf8.count)), bytes: $0.bytes)
    }.filter { known[$0.path] != $0.bytes }
  }

  /// All files in force, sorted by path: the site's own where there is one.
  private func merged(where belongs: (String) -> Bool) -> [SourceFile] {
    let replaced = Set(own.map(\.path))
    return (builtin.filter { !replaced.contains($0.path) } + own).filter { belongs($0.path) }
      .sorted { pathPrecedes($0.path, $1.path) }
  }

  /// Templates by name: `article.mustache` is `article`.
  func templates() -> [(name: String, bytes: [UInt8])] {
    merged { $0.hasSuffix(suffix) }.map { (String($0.path.dropLast(suffix.utf8.count)), $0.bytes) }
  }

  func icons() -> [SourceFile] {
    merged(where: IconSprite.isIcon)
  }

  /// Icons that a template of the site's own asks for and that the theme does not have.
  func unknownIcons(among names: [String]) -> [TemplateError] {
    own.filter { $0.path.hasSuffix(suffix) }.flatMap { file in
      IconSprite.references(in: file.bytes).compactMap { reference in
        let name = String(decoding: reference, as: UTF8.self)
        guard !names.contains(name), !name.contains("{"),
          let range = file.bytes.firstRange(of: Array("#i-\(name)".utf8))
        else { return nil }
        let near = nearestName(to: name, among: names)
        return TemplateError(
          template: String(file.path.dropLast(suffix.utf8.count)), range: range,
          message: "the theme has no icon '\(name)'",
          hint: near.map { "did you mean '#i-\($0)'?" } ?? "add 'templates/icons/\(name).svg'")
      }
    }
  }

  /// All assets as they are published: the style sheet put together, built-in scripts trimmed.
  func assets(_ style: StyleSettings) -> [Asset] {
    let custom = own.first { $0.path == customSheet }
    let ours = Set(own.map(\.path))
    return merged { $0.hasPrefix(assetsFolder) && $0 != customSheet }.map { file in
      var bytes = file.bytes
      if file.path == mainSheet {
        bytes = style.sheet(theme: bytes, custom: custom?.bytes)
      } else if file.path.hasSuffix(".css") {
        bytes = minifiedCSS(bytes)
      } else if file.path == iconFile, !ours.contains(file.path) {
        bytes = style.icon(bytes)
      } else if file.path.hasSuffix(".js"), !ours.contains(file.path) {
        bytes = trimmedScript(bytes)
      }
      return Asset(name: String(file.path.dropFirst(assetsFolder.utf8.count)), bytes: bytes)
    }
  }

  /// What searches: `search/api.js` and what it loads.
  func searchScripts() -> ScriptBundle {
    let ours = Set(own.map(\.path))
    let modules = merged { $0.hasPrefix(searchFolder) && $0.hasSuffix(".js") }
    return ScriptBundle(
      modules.map { module in
        let name = String(module.path.dropFirst(searchFolder.utf8.count))
        return (name, ours.contains(module.path) ? module.bytes : trimmedScript(module.bytes))
      })
  }

  /// The words of a language: the built-in ones (English where there are none) with the site's own
  /// over them.
  func strings(of language: String, _ diagnostics: inout [Diagnostic]) -> Strings {
    let path = "strings/\(language).yml"
    let known = builtin.first { $0.path == path }
    let fallback = builtin.first { $0.path == "strings/en.yml" }
    var strings = Strings()
    if let file = known ?? fallback { strings = Strings.parse(file).strings }
    if let file = own.first(where: { $0.path == path }) {
      let file = SourceFile(path: "templates/" + file.path, bytes: file.bytes)
      let own = strings.overridden(by: file)
      strings = own.strings
      diagnostics += own.diagnostics
    } else if known == nil {
      diagnostics.append(
        Diagnostic(
          .missingStrings,
          "there are no words for the language '\(language)': English ones stand in",
          file: "content/site.yml", hint: "add 'templates/\(path)'"))
    }
    return strings
  }

  /// Mistakes in templates, as findings at their place.
  func findings(about errors: [TemplateError]) -> [Diagnostic] {
    // A template that several pages include is checked in each of them; one report is enough.
    var reported: [TemplateError] = []
    for error in errors {
      let isKnown = reported.contains {
        $0.template == error.template && $0.range == error.range && $0.message == error.message
      }
      if !isKnown { reported.append(error) }
    }
    return reported.map {
      Diagnostic(
        .templateError, $0.message, file: "templates/" + $0.template + suffix, range: $0.range,
        hint: $0.hint)
    }
  }

  /// Files of the site's own that replace nothing and that nothing includes.
  func unused(in library: TemplateLibrary) -> [Diagnostic] {
    let names = builtin.map(\.path)
    let roots = PageTemplate.allCases.map(\.rawValue) + FragmentTemplate.allCases.map(\.rawValue)
    let used = roots.reduce(into: Set<String>()) { $0.formUnion(library.references(from: $1)) }
    return own.filter { file in
      if names.contains(file.path) || file.path.hasPrefix(assetsFolder) { return false }
      if file.path.hasPrefix(searchFolder), file.path.hasSuffix(".js") { return false }
      if IconSprite.isIcon(file.path) { return false }
      if file.path.hasPrefix("strings/"), file.path.hasSuffix(".yml") { return false }
      return
        !(file.path.hasSuffix(suffix)
        && used.contains(String(file.path.dropLast(suffix.utf8.count))))
    }.map { file in
      let near = nearestName(to: file.path, among: names)
      return Diagnostic(
        .unusedTemplate, "this file replaces no file of the theme and nothing includes it",
        file: "templates/" + file.path, hint: near.map { "did you mean '\($0)'?" })
    }
  }
}

private let suffix = ".mustache"
private let assetsFolder = "assets/"
private let searchFolder = "search/"
private let mainSheet = "assets/site.css"
private let iconFile = "assets/icon.svg"
/// What a site adds to the main sheet; no file of its own.
private let customSheet = "assets/custom.css"
