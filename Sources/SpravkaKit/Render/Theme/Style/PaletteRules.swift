extension Palette {
  /// The custom properties of all tokens.
  ///
  /// Dark ones are for screens alone: else who reads at night would print black sheets. `data-theme`
  /// is what a reader has chosen.
  var css: String {
    let light = properties(.light)
    // Photographs and screenshots would glare out of a dark page.
    let dark = properties(.dark) + ";--dim:brightness(.9)"
    return ":root{\(light)}"
      + "@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){\(dark)}}"
      + "@media screen{:root[data-theme=dark]{\(dark)}}"
  }

  private func properties(_ scheme: ColourScheme) -> String {
    (["color-scheme:\(scheme.rawValue)"]
      + ColourToken.allCases.map { "--\($0.rawValue):\(self[scheme, $0].hex)" })
      .joined(separator: ";")
  }
}
