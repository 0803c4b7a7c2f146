import Foundation
import Testing

// Real articles that are not part of the project: read from the folder `shared` beside the checkout,
// or from the one that SPRAVKA_SHARED names. Without it the tests that need it are skipped.

enum Corpora {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["SPRAVKA_SHARED"].map { URL(filePath: $0) }
    return [named, checkout.appending(path: "../shared").standardized].compactMap(\.self).first {
      FileManager.default.fileExists(atPath: $0.appending(path: "corpora").path)
    }
  }()

  /// Unpacks the 1,268 Russian articles of the documentation of Visual Studio into a site.
  static func makeRealSite(in site: URL) async throws {
    let corpora = try #require(folder).appending(path: "corpora")
    let script = corpora.appending(path: "import-msdocs.py")
    let archive = corpora.appending(path: "ru-visualstudio-docs.tar.xz")
    _ = try await output(of: "python3", [script.path, archive.path, site.path], in: site)
  }

  /// Writes articles of random words into a site; answers its folder.
  static func makeSite(articles: Int, in folder: URL) async throws -> URL {
    let script = try #require(Self.folder).appending(path: "bench/corpus.py")
    _ = try await output(
      of: "python3", [script.path, String(articles), folder.path, "--for", "spravka"], in: folder)
    return folder.appending(path: "spravka")
  }
}

extension Trait where Self == ConditionTrait {
  static var needsCorpora: Self {
    .enabled(
      if: Corpora.folder != nil, "the corpora are not here: set SPRAVKA_SHARED to their folder")
  }
}
