import Foundation

// Tests/Search/analysis.json: one list of cases for the analysis in Swift and in the browser.

struct AnalysisCases: Decodable {
  /// A text, and its units: what each covers, its parts, and its whole behind an equals sign.
  struct Text: Decodable {
    let text: String
    let units: [[String]]

    init(from decoder: any Decoder) throws {
      var fields = try decoder.unkeyedContainer()
      text = try fields.decode(String.self)
      units = try fields.decode([[String]].self)
    }
  }

  /// A text of one piece many times, and what its only word repeats how often.
  struct LongWord: Decodable {
    let piece: String
    let times: Int
    let folded: String
    let length: Int

    init(from decoder: any Decoder) throws {
      var fields = try decoder.unkeyedContainer()
      piece = try fields.decode(String.self)
      times = try fields.decode(Int.self)
      var word = try fields.nestedUnkeyedContainer()
      folded = try word.decode(String.self)
      length = try word.decode(Int.self)
    }
  }

  let units: [Text]
  let longWords: [LongWord]
  /// A word, its stem, its root.
  let stems: [[String]]
  let stops: [String]
  let topics: [String]
  let toCyrillicLayout: [[String]]
  let toLatinLayout: [[String]]
  let transliterated: [[String]]
  /// A word and how it is written by ear, or null.
  let aliases: [[String?]]

  static func read() throws -> Self {
    let file = URL(filePath: #filePath).appending(path: "../../../Search/analysis.json")
      .standardized
    return try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }
}
