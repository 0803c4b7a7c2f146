@testable import SpravkaKit

/// The report on a site.yml.
func configurationReport(_ yaml: String) -> String {
  let file = SourceFile("site.yml", yaml)
  return report(Configuration.parse(file).diagnostics, on: file)
}
