// Tags that differ by case, «ё» or grammatical form → findings: readers of the one would miss the
// articles of the other. Of each family the tag with the most articles is taken for the right one.

/// - Parameter found: the tags of all languages.
func twins(among found: [TagUses]) -> [Diagnostic] {
  var stems = TagStems()
  let families = found.map { Array("\($0.language)/".utf8) + stems.stems(of: $0.name) }
  var best: [[UInt8]: TagUses] = [:]
  for (tag, family) in zip(found, families) {
    if tag.uses.count > best[family]?.uses.count ?? 0 { best[family] = tag }
  }
  return zip(found, families).flatMap { tag, family in
    best[family].map { main in
      tag.uses.filter { $0.tag.value != main.name }.map { twin(of: main, $0) }
    } ?? []
  }
}

private func twin(of main: TagUses, _ use: TagUses.Use) -> Diagnostic {
  let count = main.nameCount == 1 ? "another article" : "\(main.nameCount) articles"
  return Diagnostic(
    .tagTwin, "the tag \(quoted(use.tag.value)) is nearly \(quoted(main.name)) of \(count)",
    file: use.file, range: use.tag.range, hint: "write one and the same tag in all of them")
}
