import Testing

@testable import SpravkaKit

/// A site with an output folder `site/public` and an emit that tests can run over and over.
struct EmitScratch {
  let scratch: ScratchFolder
  var target: EmitTarget

  init() throws {
    scratch = try ScratchFolder()
    try scratch.makeFolder("site/content")
    target = EmitTarget(
      site: scratch.at("site"), output: scratch.at("site/public"),
      inputs: InputDigest(digest: Digest(of: [1])), warnings: 3, jobs: 2)
  }

  @discardableResult
  func emit(_ pages: KeyValuePairs<String, String>) async throws(EmitError) -> EmitReport {
    try await SpravkaKit.emit(outputs(pages), to: target)
  }

  /// The message of the refusal; nil when there is none.
  func refusal(_ outputs: [Output]) async -> EmitError? {
    do throws(EmitError) {
      _ = try await SpravkaKit.emit(outputs, to: target)
      return nil
    } catch {
      return error
    }
  }

  /// The published site, without the mark.
  func site() throws -> [String] {
    try scratch.lines("site/public").filter { !$0.hasPrefix(".spravka:") }
  }

  /// What stands beside the output folder.
  func siblings() throws -> [String] {
    try Folder(scratch.at("site")).listing(.here).entries.map { shownText($0.name) }
  }

  func status(_ name: String) throws -> FileStatus {
    try #require(try scratch.status("site/public/" + name))
  }
}

/// Recipes of plain text.
func outputs(_ pages: KeyValuePairs<String, String>) -> [Output] {
  pages.map { path, text in Output(path: path, content: .made { Array(text.utf8) }) }
}
