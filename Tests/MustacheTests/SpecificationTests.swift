import Foundation
import Mustache
import Testing

// The cases of the public specification, read from `mustache/*.json` in the shared material. Two
// optional modules are left out because Spravka has neither on purpose: `~lambdas.json`, since
// data holds no code, and `~dynamic-names.json`, since a check could not know what is included.

@Suite(.enabled(if: SpecificationFile.folder != nil, "the shared material is not at hand"))
struct SpecificationTests {
  @Test(arguments: SpecificationFile.core + SpecificationFile.optional)
  func `every case of the specification passes`(file: SpecificationFile) throws {
    for specified in try file.cases() {
      let partials = (specified.partials ?? [:]).sorted { $0.key < $1.key }
      let sources = [("case", specified.template)] + partials
      let library = TemplateLibrary(sources.map { ($0.0, Array($0.1.utf8)) })
      #expect(library.errors == [], "\(specified.name)")
      var output: [UInt8] = []
      #expect(library.render("case", specified.data.value, into: &output) == nil)
      let text = String(decoding: output, as: UTF8.self)
      #expect(text == specified.expected, "\(specified.name): \(specified.desc)")
    }
  }

  @Test func `no case of the specification has vanished`() throws {
    let core = try SpecificationFile.core.map { try $0.cases().count }
    let optional = try SpecificationFile.optional.map { try $0.cases().count }
    #expect(core.reduce(0, +) == 136)
    #expect(optional.reduce(0, +) == 27)
  }
}

struct SpecificationFile: Sendable, CustomTestStringConvertible {
  let name: String

  static let core = [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections",
  ].map(SpecificationFile.init(name:))
  static let optional = [SpecificationFile(name: "~inheritance")]

  /// `shared/material/mustache` beside the checkout, or where `SPRAVKA_SHARED` says.
  static let folder: URL? = {
    let environment = ProcessInfo.processInfo.environment["SPRAVKA_SHARED"]
    let checkout = URL(filePath: #filePath).appending(path: "../../..").standardized
    let shared =
      environment.map { URL(filePath: $0) } ?? checkout.appending(path: "../shared").standardized
    let folder = shared.appending(path: "material/mustache")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  var testDescription: String { name }

  func cases() throws -> [SpecificationCase] {
    struct File: Decodable {
      let tests: [SpecificationCase]
    }
    let url = try #require(Self.folder).appending(path: "\(name).json")
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).tests
  }
}

struct SpecificationCase: Decodable {
  let name: String
  let desc: String
  let data: JSON
  let template: String
  let partials: [String: String]?
  let expected: String
}
