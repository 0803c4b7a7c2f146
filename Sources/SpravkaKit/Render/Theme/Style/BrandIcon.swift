extension StyleSettings {
  /// The theme's icon in the colours of the brand: a picture of its own cannot ask for a token.
  func icon(_ svg: [UInt8]) -> [UInt8] {
    let standard = Palette(accent: .standardAccent)
    return [ColourToken.fill, .onfill].reduce(svg) { svg, token in
      svg.replacing(
        standard[.light, token].hex.utf8.map(\.self), with: palette[.light, token].hex.utf8)
    }
  }
}
