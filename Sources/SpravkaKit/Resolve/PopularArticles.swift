// Which articles a home page puts first: those that its writer names, else those that other articles
// lead to most often, by links and by writers' recommendations. Recommendations that Spravka chooses
// do not count: they would make the result of a guess weigh like a writer's word.

/// - Parameter given: by article, what its front matter recommends.
/// - Returns: by language, the articles in order.
func popularArticles(
  _ tree: PageTree, _ articles: [Article], _ order: ReadingOrder, given: [[PageID]],
  backlinks: [[PageID]]
) -> [[PageID]] {
  var weights = backlinks.map(\.count)
  for id in order.articles {
    guard let source = tree.pages[id.index].source else { continue }
    for target in given[source] { weights[target.index] += 1 }
  }
  var best = tree.homes.map { _ in [PageID]() }
  for id in order.articles where weights[id.index] > 0 {
    let language = tree.pages[id.index].language
    // What comes later in the order of reading must weigh more to stand before.
    let place = best[language].firstIndex { weights[$0.index] < weights[id.index] }
    best[language].insert(id, at: place ?? best[language].endIndex)
    if best[language].count > popularCount { best[language].removeLast() }
  }
  return tree.homes.enumerated().map { language, home in
    guard let source = tree.pages[home.index].source, articles[source].front.recommended != nil
    else { return best[language] }
    return given[source]
  }
}

private let popularCount = 6
