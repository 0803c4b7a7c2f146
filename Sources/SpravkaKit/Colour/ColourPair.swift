// What is seen on what: the pairs of tokens that the pages put one on the other, and the contrast
// that each must have.

/// A token that is drawn on another one.
struct ColourPair: Sendable, Hashable {
  let front: ColourToken
  let back: ColourToken
  /// The least contrast: 4.5 for text (WCAG 1.4.3), 3 for borders of fields (1.4.11).
  let least: Double

  /// All pairs; `line` is in none, since it only adorns.
  static let all: [ColourPair] =
    on([.bg, .ground, .tint, .mark] + callouts, [.ink])
    + on([.bg, .ground, .tint], [.soft])
    + on([.bg, .ground, .tint] + callouts, [.link, .over])
    + on([.fill], [.onfill]) + on([.deep], [.ondeep])
    + on([.tipb, .bg], [.tip]) + on([.impb, .bg], [.imp])
    + on([.warnb, .bg], [.warn]) + on([.badb, .bg], [.bad])
    + on([.bg, .ground], [.edge], least: 3)

  private static let callouts: [ColourToken] = [.tipb, .impb, .warnb, .badb]

  private static func on(
    _ backs: [ColourToken], _ fronts: [ColourToken], least: Double = 4.5
  ) -> [ColourPair] {
    fronts.flatMap { front in
      backs.map { ColourPair(front: front, back: $0, least: least) }
    }
  }
}

extension Palette {
  func contrast(of pair: ColourPair, in scheme: ColourScheme) -> Double {
    self[scheme, pair.front].contrast(with: self[scheme, pair.back])
  }

  /// The colour of the same hue and chroma nearest to that of a token with which all the pairs can
  /// be read; nil when there is none.
  func nearestLegible(
    to token: ColourToken, in scheme: ColourScheme, for pairs: [ColourPair]
  ) -> Colour? {
    let start = OKLCH(self[scheme, token])
    var tried = self
    for step in 1...500 {
      for lightness in [start.lightness - Double(step) / 500, start.lightness + Double(step) / 500]
      where (0...1).contains(lightness) {
        tried[scheme, token] = OKLCH(lightness, start.chroma, start.hue).colour
        if pairs.allSatisfy({ tried.contrast(of: $0, in: scheme) >= $0.least }) {
          return tried[scheme, token]
        }
      }
    }
    return nil
  }
}
