@testable import SpravkaKit

/// An article with this front matter; its first line is line 2.
func article(_ yaml: String) -> SourceFile {
  SourceFile("a.md", "---\n\(yaml)\n---\n\nText.\n")
}

/// The report on an article with this front matter.
func frontMatterReport(_ yaml: String) -> String {
  let file = article(yaml)
  return report(parseFrontMatter(file).diagnostics, on: file)
}
