// Tables → HTML. A wide table scrolls by itself, so it stands in a region that the keyboard can
// reach and that is named after its columns.

extension MarkdownRenderer {
  mutating func renderTable(
    _ alignments: [Construct.Alignment], _ node: MarkdownNode, _ entering: Bool
  ) {
    html.freshLine()
    guard entering else {
      let cells = tables.popLast()?.cells ?? 0
      return html.raw(
        cells > alignments.count ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
    }
    let header = node.children.prefix(alignments.count).map { plainText(of: $0) }
    html.raw("<div class=\"table\" role=\"region\" tabindex=\"0\"")
    html.attribute("aria-label", regionName(header))
    html.raw(">\n<table>\n")
    tables.append((alignments, 0))
  }

  /// The name of a table's region; a second one of the same columns is told apart by its number.
  private mutating func regionName(_ header: [String]) -> String {
    let name = filled(word("table"), ["columns": header.joined(separator: ", ")])
    guard !name.isEmpty else { return name }
    tableNames[name, default: 0] += 1
    let count = tableNames[name, default: 1]
    return count == 1 ? name : "\(name) (\(count))"
  }

  mutating func renderCell(_ node: MarkdownNode, _ entering: Bool) {
    guard let (alignments, index) = tables.last else { return }
    let isHeader = index < alignments.count
    let column = index % alignments.count
    guard entering else {
      html.raw(isHeader ? "</th>\n" : "</td>\n")
      if column == alignments.count - 1 { html.raw(isHeader ? "</tr>\n</thead>\n" : "</tr>\n") }
      tables[tables.count - 1].cells += 1
      return
    }
    if index == 0 { html.raw("<thead>\n") }
    if index == alignments.count { html.raw("<tbody>\n") }
    if column == 0 { html.raw("<tr>\n") }
    html.raw(isHeader ? "<th scope=\"col\"" : "<td")
    if alignments[column] != .none { html.attribute("class", alignments[column].rawValue) }
    html.raw(">")
  }
}
