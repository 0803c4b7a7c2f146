// What `assets/site.css` is made of: the colours of the brand, the theme's sheet, the rules of the
// site's editions and what a designer adds in `custom.css`. One sheet, since each further one is a
// request that a page waits for.

/// What of a site's configuration the style sheet depends on.
struct StyleSettings: Sendable {
  var palette = Palette(accent: .standardAccent)
  var editions: [Edition] = []

  init() {}

  init(_ configuration: Configuration) {
    palette = configuration.brand.palette
    editions = configuration.editions
  }

  /// - Parameters:
  ///   - theme: the built-in sheet or the site's own in its place.
  ///   - custom: what the site adds to it.
  func sheet(theme: [UInt8], custom: [UInt8]?) -> [UInt8] {
    var sheet = Array(palette.css.utf8)
    append(minifiedCSS(theme), to: &sheet)
    append(Array(editionRules(editions).utf8), to: &sheet)
    if let custom { append(minifiedCSS(custom), to: &sheet) }
    return sheet
  }

  /// A line of its own for each part: it ends a string that somebody forgot to end.
  private func append(_ part: [UInt8], to sheet: inout [UInt8]) {
    if part.isEmpty { return }
    sheet.append(.newline)
    sheet += part
  }
}
