// Names as they were typed → names that can stand in an address, or why they cannot.

extension PlaceFinder {
  /// `qr.md` → `qr`; `qr` stays.
  func stem(of name: String) -> String {
    let endings = [".md", ".markdown"]
    let ending = endings.first { name.lowercased().hasSuffix($0) && name.count > $0.count }
    return String(name.dropLast(ending?.count ?? 0))
  }

  func checkFolder(_ name: String) throws(Refusal) {
    if name.hasPrefix(".") { throw .hidden(name) }
    guard name.hasPrefix("_") else { return }
    throw Refusal(
      "'\(name)' is no category: folders that begin with '_' are not published",
      name == "_snippets"
        ? "a snippet needs no title, so write the file yourself and include it with '::include'"
        : "choose a category for the article")
  }

  func plain(
    _ name: String, ending: String, _ notes: inout [String]
  ) throws(Refusal) -> String {
    if isPlainName(name), !name.isEmpty, !name.hasPrefix("-") { return name }
    if name.contains("\\") {
      throw Refusal("the path has a backslash: \(quoted(name))", "write '/' between folders")
    }
    let better = slug(of: name)
    guard !better.isEmpty else {
      throw Refusal(
        "nothing of the name \(quoted(name)) can stand in an address",
        "use small Latin letters, digits and hyphens")
    }
    notes.append(
      "The name is '\(better)\(ending)': addresses are of small Latin letters, digits and hyphens.")
    return better
  }

  /// No longer than names that people still read.
  func nameFromTitle() throws(Refusal) -> String {
    let longest = 60
    let name = slug(of: title)
    guard !name.isEmpty else {
      throw Refusal(
        "the title has no letter that could stand in an address",
        "name the file yourself: end the path with 'NAME.md'")
    }
    guard name.utf8.count > longest else { return name }
    let cut = name.prefix(longest + 1)
    return String(cut.lastIndex(of: "-").map { cut[..<$0] } ?? cut.dropLast())
  }
}

extension Refusal {
  static func hidden(_ name: String) -> Refusal {
    Refusal(
      "\(quoted(name)) begins with a dot, and Spravka does not read such files and folders",
      "choose a name without it")
  }
}
