// What a search finds → the text that people read, and JSON:
//
//     Searched instead: 'пароль'
//
//     1. Смена пароля (15.204)
//        /account/password/#v-prilozhenii В приложении
//        content/ru/account/password.md

/// The results of one search of a site.
public struct SearchReport: Sendable {
  let query: String
  let response: SearchResponse
  /// The source of each result.
  let files: [String]
  /// How many articles were searched.
  let articleCount: Int

  /// - Parameter explains: whether to say which words of the query each article holds.
  public func text(explains: Bool) -> [UInt8] {
    var text = ""
    if let corrected = response.corrected { text += "Searched instead: '\(corrected)'\n\n" }
    if response.isLoose { text += "No article holds what is in quotes.\n\n" }
    if let answer = response.answer {
      text += "Short answer: \(answer.title)\n"
      for line in answer.summary.split(separator: "\n") { text += "  \(line)\n" }
      text += "\n"
    }
    for (number, result) in response.results.enumerated() {
      text += "\(number + 1). " + describe(result, files[number], explains: explains) + "\n"
    }
    let articles = "\(articleCount) article\(articleCount == 1 ? "" : "s")"
    text += response.total == 0 ? "Nothing found" : "\(response.total) found"
    var shown: [UInt8] = []
    for line in (text + " in \(articles)").split(separator: "\n", omittingEmptySubsequences: false)
    {
      // No-break spaces are for pages; whoever copies a title here wants to find it.
      shown.append(shown: String(line.map { $0 == "\u{A0}" ? " " : $0 }))
      shown.append(.newline)
    }
    return shown
  }

  private func describe(_ result: SearchResult, _ file: String, explains: Bool) -> String {
    var text = "\(result.title) (\(shortened(result.score)))\n"
    text += "   \(result.url)"
    text += result.anchor.isEmpty ? "\n" : "#\(result.anchor) \(result.section)\n"
    for section in result.sections { text += "   #\(section.anchor) \(section.title)\n" }
    text += "   \(file)\n"
    if let category = result.category { text += "   in \(category.title)" + editions(of: result) }
    if explains { text += "   words: \(result.fits.map(\.explained).joined(separator: ", "))\n" }
    return text
  }

  private func editions(of result: SearchResult) -> String {
    result.editions.isEmpty ? "\n" : ", \(result.editions.joined(separator: ", "))\n"
  }
}

extension WordFit {
  /// `пароль 1.00 in the title`, `пасс 0.60 as пасск`, `ключ -`.
  fileprivate var explained: String {
    guard factor > 0 else { return "\(word.text) -" }
    let place = titled > 0 ? " in the title" : ""
    return "\(word.text) \(shortened(factor)) as \(stem.text)\(place)"
  }
}

/// With three digits behind the point.
private func shortened(_ number: Double) -> String {
  let thousandths = Int((number * 1000).rounded())
  return "\(thousandths / 1000)." + String(String(thousandths % 1000 + 1000).dropFirst())
}

// MARK: - JSON

extension SearchReport {
  /// One object; keys that have nothing to say are left out.
  public func json() -> [UInt8] {
    var json = Array("{\"query\":".utf8)
    json.append(json: query)
    if let corrected = response.corrected { json.append(key: "corrected", corrected) }
    json += ",\"total\":\(response.total)".utf8
    if response.isLoose { json += ",\"loose\":true".utf8 }
    if let answer = response.answer {
      json += ",\"answer\":{\"url\":".utf8
      json.append(json: answer.url)
      json.append(key: "title", answer.title)
      json.append(key: "summary", answer.summary)
      json.append(.closeBrace)
    }
    json += ",\"results\":[".utf8
    for (number, result) in response.results.enumerated() {
      json += number > 0 ? ",\n".utf8 : "\n".utf8
      append(result, files[number], to: &json)
    }
    return json + (response.results.isEmpty ? "]}\n" : "\n]}\n").utf8
  }

  private func append(_ result: SearchResult, _ file: String, to json: inout [UInt8]) {
    json += "{\"title\":".utf8
    json.append(json: result.title)
    json.append(key: "url", result.url)
    json.append(key: "file", file)
    json += ",\"score\":\(result.score)".utf8
    if !result.anchor.isEmpty {
      json.append(key: "anchor", result.anchor)
      json.append(key: "section", result.section)
    }
    if let category = result.category { json.append(key: "category", category.title) }
    if !result.editions.isEmpty {
      json.append(list: "editions", result.editions) { $0.append(json: $1) }
    }
    if !result.sections.isEmpty {
      json.append(list: "sections", result.sections) { json, section in
        json += "{\"title\":".utf8
        json.append(json: section.title)
        json.append(key: "anchor", section.anchor)
        json.append(.closeBrace)
      }
    }
    json.append(list: "words", result.fits) { json, fit in
      json += "{\"word\":".utf8
      json.append(json: fit.word.text)
      if fit.factor > 0 {
        json += ",\"weight\":\(fit.factor)".utf8
        json.append(key: "stem", fit.stem.text)
        json += ",\"inTitle\":\(fit.titled > 0)".utf8
      }
      json.append(.closeBrace)
    }
    json.append(.closeBrace)
  }
}

extension [UInt8] {
  fileprivate mutating func append(key: String, _ text: String) {
    self += ",\"\(key)\":".utf8
    append(json: text)
  }

  fileprivate mutating func append<Entry>(
    list key: String, _ entries: [Entry], _ append: (inout [UInt8], Entry) -> Void
  ) {
    self += ",\"\(key)\":[".utf8
    for (number, entry) in entries.enumerated() {
      if number > 0 { self.append(.comma) }
      append(&self, entry)
    }
    self.append(.closeBracket)
  }
}
