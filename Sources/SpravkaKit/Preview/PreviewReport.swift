// What a preview says of the page that is shown: JSON for its panel.

extension PreviewSnapshot {
  /// `{"version":3,"file":"content/ru/a.md","state":"draft","errors":1,"warnings":2,"findings":[…]}`.
  ///
  /// The findings are those of the page's own file and, when the site itself cannot be shown as it
  /// is now, those that stand in the way.
  ///
  /// - Parameter path: as in `answer(at:)`.
  public func report(on path: String) -> [UInt8] {
    let page = path.isEmpty || path.hasSuffix("/") ? state?.draft.page(at: path) : nil
    var json = Array("{\"version\":\(version)".utf8)
    if let trouble {
      json += ",\"trouble\":".utf8
      json.append(json: trouble)
    }
    if let page {
      json += ",\"file\":".utf8
      json.append(json: page.file)
      if let state = page.state { json += ",\"state\":\"\(state)\"".utf8 }
    }
    let errors = findings.count { $0.level == .error }
    json += ",\"isBehind\":\(isBehind),\"errors\":\(errors)".utf8
    json += ",\"warnings\":\(findings.count - errors),\"findings\":[".utf8
    let files = isBehind ? Set(findings.filter { stands(inTheWay: $0) }.map(\.file)) : []
    var lines = SourceLines(tree.file(at:))
    var isFirst = true
    for finding in findings where finding.file == page?.file || files.contains(finding.file) {
      if !isFirst { json.append(.comma) }
      isFirst = false
      append(finding, lines.table(for: finding.file), to: &json)
    }
    return json + "]}\n".utf8
  }

  private func append(_ finding: Diagnostic, _ lines: LineTable?, to json: inout [UInt8]) {
    json += "{\"level\":\"\(finding.level.rawValue)\",\"id\":\"\(finding.id.rawValue)\"".utf8
    json += ",\"file\":".utf8
    json.append(json: finding.file)
    json += ",\"message\":".utf8
    json.append(json: finding.message)
    if let hint = finding.hint {
      json += ",\"hint\":".utf8
      json.append(json: hint)
    }
    if let lines, let range = finding.range {
      let position = lines.position(at: range.lowerBound)
      var excerpt: [UInt8] = []
      Excerpt(of: range, in: lines).render(into: &excerpt)
      json += ",\"line\":\(position.line),\"column\":\(position.column),\"excerpt\":".utf8
      json.append(json: String(decoding: excerpt, as: UTF8.self))
    }
    json.append(.closeBrace)
  }
}

/// Whether a finding keeps the site from being shown as it is now.
func stands(inTheWay finding: Diagnostic) -> Bool {
  guard finding.level == .error else { return false }
  return finding.file == "content/site.yml" || finding.file.hasPrefix("templates/")
}

extension Draft {
  /// The file of a page and, where readers would not meet it as it is, its state.
  fileprivate func page(at url: String) -> (file: String, state: String?)? {
    guard let page = site.pages.first(where: { $0.url == url }), let source = page.source else {
      return nil
    }
    let article = site.articles[source]
    let readers = Publication(includesDrafts: false, today: publication.today)
    let state: String? =
      switch readers.state(of: article.front) {
      case .draft: "draft"
      case .scheduled: "scheduled"
      case .unlisted: "unlisted"
      case .expired: "expired"
      case .published: nil
      }
    return (article.path, state)
  }
}
