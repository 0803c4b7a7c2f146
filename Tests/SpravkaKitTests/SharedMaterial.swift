import Foundation
import Testing

// Published test cases that are not part of the project: tests read them from a folder beside it.
// Without that folder the tests that need it are skipped, by name and with this reason.

enum SharedMaterial {
  static let root: URL? = {
    let checkout = URL(filePath: #filePath).appending(path: "../../..").standardized
    let places = [
      ProcessInfo.processInfo.environment["SPRAVKA_SHARED"].map { URL(filePath: $0) },
      checkout.appending(path: "../shared").standardized,
    ]
    return places.compactMap(\.self).first {
      FileManager.default.fileExists(atPath: $0.appending(path: "material").path)
    }
  }()

  static func data(_ path: String) throws -> Data {
    try Data(contentsOf: #require(root).appending(path: path))
  }
}

extension Trait where Self == ConditionTrait {
  static var needsSharedMaterial: Self {
    .enabled(
      if: SharedMaterial.root != nil,
      "the published test cases are not here: set SPRAVKA_SHARED to their folder")
  }
}
