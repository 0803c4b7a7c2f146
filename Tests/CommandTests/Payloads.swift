import Foundation

// Published strings that have broken programs; not part of the project, but read from the folder
// that SPRAVKA_SHARED names, or from `shared` beside the checkout.

enum Payloads {
  private static let folder: URL? = {
    let checkout = URL(filePath: #filePath).appending(path: "../../..").standardized
    let named = ProcessInfo.processInfo.environment["SPRAVKA_SHARED"].map { URL(filePath: $0) }
    return [named, checkout.appending(path: "../shared").standardized].compactMap(\.self)
      .map { $0.appending(path: "material/payloads") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  static let areHere = folder != nil

  /// The Big List of Naughty Strings.
  static let strings: [String] = {
    guard let data = data("blns.json") else { return [] }
    return (try? JSONDecoder().decode([String].self, from: data)) ?? []
  }()

  /// HTML that runs code where it is not escaped, a line each.
  ///
  /// - Parameter step: 3 takes every third of them.
  static func html(each step: Int) -> [String] { every(step, of: allHTML) }

  /// Paths that lead out of folders.
  static func paths(each step: Int) -> [String] { every(step, of: allPaths) }

  private static let allHTML = lines("xss-html.txt")
  private static let allPaths = lines("http-paths.txt")

  private static func every(_ step: Int, of texts: [String]) -> [String] {
    stride(from: 0, to: texts.count, by: step).map { texts[$0] }
  }

  private static func data(_ name: String) -> Data? {
    folder.flatMap { try? Data(contentsOf: $0.appending(path: name)) }
  }

  private static func lines(_ name: String) -> [String] {
    String(decoding: data(name) ?? Data(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }

  /// The text as a scalar of YAML in double quotes.
  static func inYAML(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x22, 0x5C: "\\\(scalar)"
      case 0x20...0x7E, 0xA0...0x2027, 0x2030...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
        0x10000...:
        String(scalar)
      default: "\\U" + String(repeating: "0", count: 8 - hex(scalar).count) + hex(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    String(scalar.value, radix: 16)
  }
}
