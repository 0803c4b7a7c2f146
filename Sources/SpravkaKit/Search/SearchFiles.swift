// The search of all languages → recipes for its files. Pages name only `search/api.js`; it and the
// manifests have names that stay, all else is named by its content.

func searchOutputs(of indexes: [SearchIndex]) -> [Output] {
  indexes.flatMap { index in
    let folder = "search/" + index.language
    let manifest = Output(path: folder + ".json", content: .bytes(index.manifest.json()))
    return [manifest]
      + index.files.map { file in
        Output(
          path: "\(folder)/\(file.name).bin",
          content: .made { Deflate.deflated(file.content.bytes, level: file.level) })
      }
  }
}

/// The index of each language, in the order of the languages.
func searchIndexes(of site: Site, jobs: Int) async -> [SearchIndex] {
  var indexes: [SearchIndex] = []
  for language in site.languages.indices {
    indexes.append(await SearchIndex(site, language: language, jobs: jobs))
  }
  let found = indexes.filter { !$0.documents.isEmpty }.map(\.language)
  for index in indexes.indices { indexes[index].note(languages: found) }
  return indexes
}
