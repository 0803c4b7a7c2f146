// `brand.colours` of site.yml: colours that a site names itself, laid over those computed from its
// accent. Computed ones can be read on each other whatever the accent; these are checked one by one.

extension Palette {
  /// - Parameter accent: the brand's colour; without one the default stands in.
  init(accent: Colour?, from fields: inout Fields) {
    self.init(accent: accent ?? .standardAccent)
    let schemes = fields.map("colours") { fields in
      ColourScheme.allCases.map { scheme in
        (scheme, fields.entries(scheme.rawValue) { $0.colour(of: $1) } ?? [])
      }
    }
    for (scheme, colours) in schemes ?? [] {
      for (token, colour) in colours { self[scheme, token] = colour.value }
      for finding in findings(about: colours, in: scheme) {
        fields.report(.lowContrast, finding.message, at: finding.range, hint: finding.hint)
      }
    }
  }

  /// What cannot be read: one finding for each of the site's own colours, about the worst pair.
  private func findings(
    about colours: [(token: ColourToken, colour: Located<Colour>)], in scheme: ColourScheme
  ) -> [(message: String, range: Range<Int>, hint: String)] {
    let own = Set(colours.map(\.token))
    return colours.compactMap { token, colour in
      // Of two colours that are both the site's own, the one in front is told about.
      let pairs = ColourPair.all.filter {
        $0.front == token || ($0.back == token && !own.contains($0.front))
      }
      let worst = pairs.filter { contrast(of: $0, in: scheme) < $0.least }
        .min { contrast(of: $0, in: scheme) / $0.least < contrast(of: $1, in: scheme) / $1.least }
      guard let worst else { return nil }
      let front = self[scheme, worst.front].hex
      let back = self[scheme, worst.back].hex
      let ratio = hundredths(contrast(of: worst, in: scheme))
      let message =
        "'\(worst.front)' '\(front)' on '\(worst.back)' '\(back)' has a contrast of \(ratio), "
        + "and \(hundredths(worst.least)) is needed"
      let near = nearestLegible(to: token, in: scheme, for: pairs)
      let hint =
        near.map { "the nearest colour of this hue that can be read is '\($0.hex)'" }
        ?? "no lightness of this hue can be read on all that it meets: change those colours too"
      return (message, colour.range, hint)
    }
  }
}

/// A ratio with two digits, never more than it is: 4.499 is not 4.5.
private func hundredths(_ ratio: Double) -> String {
  let value = Int(ratio * 100)
  let rest = value % 100
  return "\(value / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
}

extension Fields {
  /// A colour by the key of brand: `accent: "#006a80"`.
  mutating func colour(_ key: String) -> Colour? {
    node(key).flatMap { colour($0, key) }
  }

  private mutating func colour(_ node: YAMLNode, _ key: String) -> Colour? {
    if case .scalar(let text, _) = node.content, let colour = Colour(text) { return colour }
    reportInvalid(node, quoted(key), "a colour like \"#006a80\"")
    return nil
  }

  fileprivate mutating func colour(
    of pair: YAMLPair
  ) -> (token: ColourToken, colour: Located<Colour>)? {
    guard let token = ColourToken(rawValue: pair.key) else {
      let names = ColourToken.allCases.map(\.rawValue)
      reportUnknown(
        pair, nearest: nearestName(to: pair.key, among: names),
        hint: "the colours are \(names.joined(separator: ", "))")
      return nil
    }
    guard let node = node(pair.key), let colour = colour(node, pair.key) else { return nil }
    return (token, Located(value: colour, range: node.range))
  }
}
