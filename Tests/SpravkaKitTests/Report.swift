import Testing

@testable import SpravkaKit

/// The text report about one file, as a person reads it, without its last line.
func report(_ diagnostics: [Diagnostic], on file: SourceFile) -> String {
  let lines = TextReport { $0 == file.path ? file : nil }.render(diagnostics)
  let summary = TextReport.summary(of: diagnostics)
  return String(String(decoding: lines, as: UTF8.self).dropLast(summary.count + 2))
}

extension SourceFile {
  init(_ path: String, _ text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// An input and the whole report on it.
struct Case: Sendable, CustomTestStringConvertible {
  let input: String
  let report: String

  init(_ input: String, _ report: String) {
    self.input = input
    self.report = report
  }

  var testDescription: String { input }
}
