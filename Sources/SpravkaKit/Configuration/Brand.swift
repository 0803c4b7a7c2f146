/// The owner's marks: `brand` of site.yml.
struct Brand: Sendable {
  /// Paths of pictures, below `content/<language>/`.
  var logo: Located<String>?
  var icon: Located<String>?
  var accent: Colour?
  /// All colours of the pages: computed from the accent, with the site's own over them.
  var palette = Palette(accent: .standardAccent)
  /// Where a reader can write to a person.
  var support = Localized<Link>()
  var copyright = Localized<String>()
}

extension Brand {
  init(from fields: inout Fields, languages: [String]) {
    logo = fields.line("logo")
    icon = fields.line("icon")
    accent = fields.colour("accent")
    palette = Palette(accent: accent, from: &fields)
    support = fields.localized("support", in: languages) { Link(from: &$0, isButton: true) }
    copyright = fields.localizedLine("copyright", in: languages)
  }
}
