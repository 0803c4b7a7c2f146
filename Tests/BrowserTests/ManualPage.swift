import Foundation

// Code blocks out of the manual, so that what a recipe says is what a test does.

/// The blocks of a language in one section of a page of the manual.
///
/// - Parameters:
///   - page: below `docs/content/ru/`.
///   - section: the anchor of its heading.
/// - Throws: when there is none.
func manualBlocks(_ page: String, _ section: String, _ language: String) throws -> [String] {
  let file = checkout.appending(path: "docs/content/ru/" + page)
  let sections = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n## ")
  guard let text = sections.first(where: { $0.prefix { $0 != "\n" }.contains("{#\(section)}") })
  else { throw ProgramFailure("no section \(section) in \(page)") }
  let opening = "\n```\(language)\n"
  let blocks = text.components(separatedBy: opening).dropFirst()
    .compactMap { $0.components(separatedBy: "\n```").first }
  guard !blocks.isEmpty else { throw ProgramFailure("no \(language) in \(page)#\(section)") }
  return blocks
}
