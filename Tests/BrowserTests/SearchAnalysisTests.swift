import Foundation
import Testing

@testable import SpravkaKit

/// The analysis of templates/search/ in a browser: it must be that of the index to the letter.
struct SearchAnalysisTests {
  @Test func `the browser takes words apart as the cases say`() async throws {
    let cases = checkout.appending(path: "Tests/Search/analysis.json")
    try await withModules(["cases.json": Data(contentsOf: cases)]) { browser in
      let faults: [String] = try await browser.evaluate(Self.load + Self.runCases)
      #expect(faults == [])
    }
  }

  @Test func `both sides have the same stop words`() async throws {
    try await withModules([:]) { browser in
      let words: [String] = try await browser.evaluate(
        "\(Self.load) return [...words.stopWords].sort()")
      #expect(words == stopWords.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) })
    }
  }

  @Test func `any text is taken apart without an error, in little time`() async throws {
    try await withModules([:]) { browser in
      let faults: [String] = try await browser.evaluate(Self.load + Self.runHostileTexts)
      #expect(faults == [])
    }
  }

  @Test(.needsSnowball)
  func `the browser finds the stems of all published Russian words`() async throws {
    let pairs = try Snowball.pairs("russian")
    try await withModules(["pairs.tsv": Data(pairs.utf8)]) { browser in
      let faults: [String] = try await browser.evaluate(Self.load + Self.comparing("russianStem"))
      #expect(faults == [])
    }
  }

  /// The published list is of another version of the algorithm than the library is.
  @Test(.needsSnowball)
  func `the browser finds the stems that the library finds of all English words`() async throws {
    var stemmer = Stemmer()
    let pairs = try Snowball.pairs("english").split(separator: "\n").map { line in
      let word = line.prefix { $0 != "\t" }
      var stem: [UInt8] = []
      let bytes = Array(word.utf8)
      stemmer.append(stemOf: bytes.span, .latin, to: &stem)
      return "\(word)\t\(String(decoding: stem, as: UTF8.self))\n"
    }
    try #require(pairs.count > 40_000)
    try await withModules(["pairs.tsv": Data(pairs.joined().utf8)]) { browser in
      let faults: [String] = try await browser.evaluate(Self.load + Self.comparing("englishStem"))
      #expect(faults == [])
    }
  }

  /// Gives `body` a browser at a page of a server that has the modules, and some files beside them.
  private func withModules(_ files: [String: Data], _ body: (Browser) async throws -> Void)
    async throws
  {
    try await withScratch { folder in
      let modules = checkout.appending(path: "templates/search")
      for name in try FileManager.default.contentsOfDirectory(atPath: modules.path) {
        try FileManager.default.copyItem(
          at: modules.appending(path: name), to: folder.appending(path: name))
      }
      for (name, data) in files { try data.write(to: folder.appending(path: name)) }
      try folder.write(["index.html": "<!doctype html><title>Modules</title>"])
      try await withSite(at: folder) { url in
        try await withBrowser { browser in
          try await browser.open(url)
          try await body(browser)
        }
      }
    }
  }
}

// MARK: What runs in the page

extension SearchAnalysisTests {
  private static let load = """
    const [words, keyboard, russian, english] = await Promise.all(
      ["words", "keyboard", "russian", "english"].map((name) => import(`/${name}.js`)));
    const faults = [];
    const compare = (what, found, wanted) => {
      const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)];
      if (left !== right && faults.length < 20) faults.push(`${what}: ${left}, not ${right}`);
    };

    """

  private static let runCases = """
    const cases = await (await fetch("/cases.json")).json();
    for (const [text, wanted] of cases.units) {
      compare(text, words.units(text).map((unit) => [text.slice(unit.start, unit.end),
        ...unit.parts, ...(unit.whole === null ? [] : ["=" + unit.whole])]), wanted);
    }
    for (const [piece, times, [letters, count]] of cases.longWords) {
      const unit = { start: 0, end: piece.length * times, parts: [letters.repeat(count)], whole: null };
      compare(piece, words.units(piece.repeat(times)), [unit]);
    }
    for (const [word, stem, root] of cases.stems) {
      compare(word, [words.stem(word), words.root(words.stem(word))], [stem, root]);
    }
    for (const word of cases.stops) compare(word, words.isStop(word), true);
    for (const word of cases.topics) compare(word, words.isStop(word), false);
    for (const name of ["toCyrillicLayout", "toLatinLayout", "transliterated"]) {
      for (const [text, wanted] of cases[name]) compare(text, keyboard[name](text), wanted);
    }
    return faults;
    """

  /// Texts of 100,000 characters; five seconds for each is far more than what they take where much
  /// else is going on, and less than a quadratic way would.
  private static let runHostileTexts = #"""
    const everything = Array.from({ length: 65536 }, (_, code) => String.fromCharCode(code)).join("");
    const pieces = ["а", "a-", "a.", "1с ", "c++", "-", "+", "😀", "\ud800", "\udc00a", "\u0301",
      "и\u0306", "한", "\0", "\u00ad", "я_1.", "shch'", "x’", "\u202e", "пaроль ", "\n"];
    for (const text of [everything, ...pieces.map((piece) => piece.repeat(100000 / piece.length))]) {
      const begun = performance.now();
      let last = 0;
      for (const { start, end, parts, whole } of words.units(text)) {
        const names = whole === null ? parts : [...parts, whole];
        const isRight = start >= last && end > start && end <= text.length
          && names.every((name) => name && name.length <= 64 && words.root(words.stem(name)));
        if (!isRight) compare(text.slice(0, 8), { start, end, names }, {});
        last = end;
      }
      keyboard.toCyrillicLayout(text);
      keyboard.toLatinLayout(text);
      keyboard.transliterated(text);
      const spent = performance.now() - begun;
      if (spent > 5000) faults.push(`${JSON.stringify(text.slice(0, 8))}: ${spent} ms`);
    }
    compare("lone", words.units("x\ud800y").map((unit) => unit.parts[0]), ["x", "y"]);
    return faults;
    """#

  private static func comparing(_ function: String) -> String {
    """
    const { \(function) } = { ...russian, ...english };
    const lines = (await (await fetch("/pairs.tsv")).text()).trimEnd().split("\\n");
    for (const line of lines) {
      const [word, stem] = line.split("\\t");
      compare(word, \(function)(word), stem);
    }
    return lines.length > 40000 ? faults : [`only ${lines.length} words`];
    """
  }
}

/// Snowball's lists of words and stems, from the folder that the published cases are in.
private enum Snowball {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["SPRAVKA_SHARED"].map { URL(filePath: $0) }
    return [named, checkout.appending(path: "../shared").standardized].compactMap(\.self)
      .map { $0.appending(path: "material/snowball") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  static func pairs(_ language: String) throws -> String {
    let file = try #require(folder).appending(path: "\(language)/pairs.tsv")
    return try String(contentsOf: file, encoding: .utf8)
  }
}

extension Trait where Self == ConditionTrait {
  fileprivate static var needsSnowball: Self {
    .enabled(
      if: Snowball.folder != nil,
      "the published test cases are not here: set SPRAVKA_SHARED to their folder")
  }
}
