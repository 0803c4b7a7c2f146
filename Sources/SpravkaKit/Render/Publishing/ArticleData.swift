// Articles with an id → `api/<id>.json`, for help inside a product: the program knows the number, and
// gets the words and the address that hold now. One file an article, so that nobody loads what is not
// asked for.

func articleData(of site: Site, _ renderer: PageRenderer) -> [Output] {
  guard site.configuration.outputs.api else { return [] }
  // One for all: a closure that holds a renderer of its own is a copy of it.
  let data: @Sendable (PageID) -> [UInt8] = { renderer.data(of: $0) }
  return site.pages.indices.compactMap { index in
    let page = site.pages[index]
    guard page.state.presence(on: .api) != .nothing, let source = page.source,
      let id = site.articles[source].front.id?.value
    else { return nil }
    let path = "\(site.own(page.language).prefix)api/\(id).json"
    return Output(path: path, content: .made { data(PageID(index: index)) })
  }
}

extension PageRenderer {
  /// `{"id":7,"language":"ru","title":"…","summary":"…","editions":["cloud"],"url":"https://…/a/b/"}`;
  /// of an expired article `"expired":true` and nothing of its text.
  fileprivate func data(of id: PageID) -> [UInt8] {
    let page = site[id]
    guard let source = page.source else { return [] }
    let front = site.articles[source].front
    var json = Array("{\"id\":\(front.id?.value ?? 0),\"language\":".utf8)
    json.append(json: site.language(of: page))
    json += ",\"title\":".utf8
    json.append(json: page.title)
    if page.state.isItself(on: .api) {
      json += ",\"summary\":".utf8
      json.append(json: shortAnswer(of: page))
      json += ",\"editions\":[".utf8
      for (index, edition) in front.editions.enumerated() {
        if index > 0 { json.append(.comma) }
        json.append(json: edition.value)
      }
      json.append(.closeBracket)
    } else {
      json += ",\"expired\":true".utf8
    }
    json += ",\"url\":".utf8
    json.append(json: site.address(of: id))
    return json + "}\n".utf8
  }
}
