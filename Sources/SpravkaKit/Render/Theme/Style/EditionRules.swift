/// The rules by which a page shows one edition of the product; empty for a site that has none.
///
/// They are for screens alone: on paper every edition stands under its name. Without a
/// script `<html>` has no `data-edition`, and nothing is hidden.
func editionRules(_ editions: [Edition]) -> String {
  if editions.isEmpty { return "" }
  let values = editions.map(\.attributeValue)
  // Blocks of other editions, and the notes for readers of other editions than an article's.
  let hidden = values.map {
    "html[data-edition=\($0)] :is(.edition,.other-edition):not([data-edition~=\($0)])"
  }
  let chosen = values.map { "html[data-edition=\($0)] .editions [value=\($0)]" }
  return "@media screen{"
    + (hidden + ["html[data-edition] .edition-name"]).joined(separator: ",") + "{display:none}"
    + chosen.joined(separator: ",")
    + "{background:var(--bg);font-weight:600;box-shadow:0 0 0 1px var(--line)}}"
}

extension Edition {
  /// The id as the value of an attribute in a selector: in quotes when it is no name there.
  fileprivate var attributeValue: String {
    id.utf8.first.map(\.isASCIILetter) == true ? id : "\"\(id)\""
  }
}
