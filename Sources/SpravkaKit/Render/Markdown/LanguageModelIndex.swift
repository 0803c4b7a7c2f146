// The articles of a language → `llms.txt` (llmstxt.org): what the site is, and all articles by their
// categories, each with its short answer, as a reader who has little room would want them.

func languageModelIndexes(of site: Site, _ renderer: PageRenderer) -> [Output] {
  guard site.configuration.outputs.llms else { return [] }
  return site.homes.indices.map { language in
    Output(
      path: site.own(language).prefix + "llms.txt",
      content: .made { renderer.languageModelIndex(language) })
  }
}

extension PageRenderer {
  fileprivate func languageModelIndex(_ language: Int) -> [UInt8] {
    let home = site.homes[language]
    let title = site.configuration.title[site.languages[language]] ?? site[home].title
    var text = Array("# ".utf8)
    text.append(markdown: title, isHeading: true)
    let about = description(of: site[home])
    if !about.isEmpty {
      text += "\n\n> ".utf8
      text.append(markdown: about)
    }
    text += "\n".utf8
    for (other, code) in site.languages.enumerated() where other != language {
      text += "\n[\(theme.strings[other]["language-name"] ?? code)]".utf8
      text += "(\(site.configuration.baseURL.text)/\(site.own(other).prefix)llms.txt)\n".utf8
    }
    // The home page comes first, with what is in no category.
    let sections = [home] + site.order.categories.filter { site[$0].language == language }
    for section in sections { append(section, to: &text) }
    return text
  }

  private func append(_ section: PageID, to text: inout [UInt8]) {
    let articles = site[section].children.filter {
      site[$0].kind == .article && site[$0].state.isItself(on: .llms)
    }
    if articles.isEmpty { return }
    // From the second on: the home page is what the whole is called.
    let path = (site.ancestors(of: section) + [section]).map { site[$0].title }
    text += "\n## ".utf8
    let title = path.dropFirst(path.count > 1 ? 1 : 0).joined(separator: " › ")
    text.append(markdown: title, isHeading: true)
    text += "\n\n".utf8
    for id in articles { append(article: id, to: &text) }
  }

  /// `- [Title](address of the copy): short answer`.
  private func append(article id: PageID, to text: inout [UInt8]) {
    let page = site[id]
    text += "- [".utf8
    text.append(markdown: page.title)
    let hasCopy = site.configuration.outputs.markdownCopies && page.state.isItself(on: .copy)
    text += "](\(site.address(of: id))\(hasCopy ? markdownCopyName : ""))".utf8
    let answer = shortAnswer(of: page)
    if !answer.isEmpty {
      text += ": ".utf8
      text.append(markdown: answer)
    }
    text.append(.newline)
  }
}
