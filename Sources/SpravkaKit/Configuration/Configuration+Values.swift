// The values of site.yml that no other file has: title, languages, durations, levels.

extension Fields {
  /// The name of the site, once or for each language.
  mutating func title(_ key: String, in languages: [String]) -> Localized<String> {
    let title = localizedLine(key, in: languages)
    let missing = languages.filter { title[$0] == nil }
    if isMissing(key) {
      report(
        .missingTitle, "the site has no title", at: range.lowerBound..<range.lowerBound,
        hint: "add «title: …»")
    } else if let node = pair(key)?.value, case .mapping = node.content, !missing.isEmpty {
      report(
        .missingTitle, "the site has no title in '\(missing.joined(separator: "', '"))'",
        at: node.range, hint: "add «\(missing[0]): …», or write one title for all languages")
    }
    return title
  }

  /// The codes of the site's languages; nil when there is not one good code.
  mutating func languages(_ key: String) -> [String]? {
    guard let lines = lines(key) else { return nil }
    var codes: [String] = []
    for line in lines {
      if !line.value.isLanguageCode {
        report(
          .invalidValue, "\(quoted(line.value)) is no code of a language", at: line.range,
          hint: "write codes like ru, en or pt-br")
      } else if codes.contains(line.value) {
        report(.invalidValue, "the language '\(line.value)' is named twice", at: line.range)
      } else {
        codes.append(line.value)
      }
    }
    if lines.isEmpty, let node = pair(key)?.value {
      report(
        .invalidValue, "\(quoted(key)) names no language", at: node.range,
        hint: "write it like [ru, en], the language of the root first")
    }
    return codes.isEmpty ? nil : codes
  }

  /// A time like `6 months`.
  mutating func duration(_ key: String) -> CalendarDuration? {
    guard let node = node(key) else { return nil }
    if case .scalar(let text, _) = node.content, let duration = CalendarDuration(text) {
      return duration
    }
    reportInvalid(
      node, quoted(key), "a time like '6 months'",
      hint: "a number and days, weeks, months or years")
    return nil
  }

  /// Levels of findings by their ids.
  mutating func levels(_ key: String) -> [DiagnosticID: Level] {
    let ids = DiagnosticID.allCases.map(\.rawValue)
    let pairs = entries(key) { fields, pair -> (DiagnosticID, Level)? in
      guard let id = DiagnosticID(rawValue: pair.key) else {
        fields.reportUnknown(pair, nearest: nearestName(to: pair.key, among: ids))
        return nil
      }
      guard let level = fields.choice(pair.value, quoted(pair.key), of: Level.self) else {
        return nil
      }
      guard !id.isFixed || level == id.defaultLevel else {
        fields.report(
          .invalidValue, "the level of '\(pair.key)' is fixed: \(id.defaultLevel.rawValue)",
          at: pair.value.range, hint: "take the line out")
        return nil
      }
      return (id, level)
    }
    return Dictionary(pairs ?? []) { first, _ in first }
  }
}

extension String {
  /// Two or three letters, and perhaps a hyphen and letters or digits: `ru`, `pt-br`.
  fileprivate var isLanguageCode: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 2 else {
      return false
    }
    let isLower = { (byte: UInt8) in byte >= 0x61 && byte <= 0x7A }
    return first.utf8.allSatisfy(isLower)
      && parts.dropFirst().allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { isLower($0) || $0.isASCIIDigit }
      }
  }
}
