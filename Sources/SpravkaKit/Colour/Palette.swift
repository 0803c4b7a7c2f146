// The one colour of a brand → all colours of the pages, light and dark. They are computed when a site
// is built, not by `oklch()` or `color-mix()` in browsers: every browser gets the same, and that the
// text can be read is a test and not a hope.

/// What a colour is for; the raw value is the name of its custom property without the hyphens.
enum ColourToken: String, CaseIterable, Sendable {
  case bg, ground, tint, line, edge, ink, soft, link, over
  case fill, onfill, deep, ondeep
  case mark, tip, tipb, imp, impb, warn, warnb, bad, badb
}

enum ColourScheme: String, CaseIterable, Sendable {
  case light, dark
}

/// The colours of all tokens.
struct Palette: Sendable, Equatable {
  private var colours: [ColourScheme: [ColourToken: Colour]] = [:]

  init(accent: Colour) {
    let mixing = Mixing(accent: accent)
    for token in ColourToken.allCases {
      self[.light, token] = mixing.light(token)
      self[.dark, token] = mixing.dark(token)
    }
  }

  subscript(scheme: ColourScheme, token: ColourToken) -> Colour {
    get { colours[scheme]?[token] ?? .white }
    set { colours[scheme, default: [:]][token] = newValue }
  }
}

/// How each token comes from the accent.
private struct Mixing {
  let accent: Colour
  let base: OKLCH
  /// How colourful neutral colours are: those of a grey brand are grey.
  let neutrality: Double

  init(accent: Colour) {
    self.accent = accent
    base = OKLCH(accent)
    neutrality = min(base.chroma, 0.12) / 0.12
  }

  /// Yellow, lime, sky: such a brand is not darkened until it is brown, but carries dark letters.
  private var isLight: Bool { base.lightness > 0.72 }

  func light(_ token: ColourToken) -> Colour {
    let link = min(base.lightness, 0.47)
    switch token {
    case .bg: return .white
    case .ground: return neutral(0.971, 0.004)
    case .tint: return neutral(0.947, 0.017)
    case .line: return neutral(0.898, 0.008)
    case .edge: return neutral(0.632, 0.018)
    case .ink: return neutral(0.235, 0.018)
    case .soft: return neutral(0.45, 0.02)
    case .link: return accent(link, base.chroma)
    case .over: return accent(link - 0.07, base.chroma)
    case .fill: return isLight ? accent : light(.link)
    case .deep: return isLight ? accent : accent(min(base.lightness, 0.38), min(base.chroma, 0.13))
    case .onfill, .ondeep: return isLight ? neutral(0.235, 0.03) : .white
    case .mark: return OKLCH(0.93, 0.095, 95).colour
    case .tip: return OKLCH(0.46, 0.13, Hue.tip).colour
    case .imp: return OKLCH(0.46, 0.13, Hue.important).colour
    case .warn: return OKLCH(0.46, 0.10, Hue.warning).colour
    case .bad: return OKLCH(0.46, 0.13, Hue.bad).colour
    case .tipb: return OKLCH(0.962, 0.017, Hue.tip).colour
    case .impb: return OKLCH(0.962, 0.017, Hue.important).colour
    case .warnb: return OKLCH(0.962, 0.027, Hue.warning).colour
    case .badb: return OKLCH(0.962, 0.017, Hue.bad).colour
    }
  }

  func dark(_ token: ColourToken) -> Colour {
    let link = max(base.lightness, 0.80)
    let chroma = min(base.chroma, 0.12)
    switch token {
    case .bg: return neutral(0.222, 0.012)
    case .ground: return neutral(0.182, 0.011)
    case .tint: return neutral(0.285, 0.035)
    case .line: return neutral(0.335, 0.015)
    case .edge: return neutral(0.60, 0.02)
    case .ink: return neutral(0.925, 0.007)
    case .soft: return neutral(0.755, 0.012)
    case .link, .fill: return accent(link, chroma)
    case .over: return accent(link + 0.06, chroma)
    case .onfill: return neutral(0.19, 0.03)
    case .deep: return neutral(0.315, 0.055)
    case .ondeep: return .white
    case .mark: return OKLCH(0.42, 0.075, 85).colour
    case .tip: return OKLCH(0.83, 0.10, Hue.tip).colour
    case .imp: return OKLCH(0.83, 0.10, Hue.important).colour
    case .warn: return OKLCH(0.83, 0.10, Hue.warning).colour
    case .bad: return OKLCH(0.83, 0.10, Hue.bad).colour
    case .tipb: return OKLCH(0.272, 0.036, Hue.tip).colour
    case .impb: return OKLCH(0.272, 0.036, Hue.important).colour
    case .warnb: return OKLCH(0.272, 0.036, Hue.warning).colour
    case .badb: return OKLCH(0.272, 0.036, Hue.bad).colour
    }
  }

  private func neutral(_ lightness: Double, _ chroma: Double) -> Colour {
    OKLCH(lightness, chroma * neutrality, base.hue).colour
  }

  private func accent(_ lightness: Double, _ chroma: Double) -> Colour {
    OKLCH(lightness, chroma, base.hue).colour
  }
}

/// The hues that mean something, whatever the brand.
private enum Hue {
  static let tip = 155.0
  static let important = 300.0
  static let warning = 72.0
  static let bad = 25.0
}
