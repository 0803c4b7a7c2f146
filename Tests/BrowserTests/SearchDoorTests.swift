import Foundation
import Testing

// `search/api.js` by itself: what other pages get of it, and what it does in trouble.

struct SearchDoorTests {
  private static let open =
    "const engine = await (await import('/search/api.js')).open({ language: 'ru' });"

  @Test func `any query gets an answer, and none an error`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address(""))
      let faults: [String] = try await browser.evaluate(
        """
        \(Self.open)
        const long = 'пароль '.repeat(15000);
        const queries = [
          '', ' ', '\\u0000\\u0001\\u001f', '<img src=x onerror=alert(1)>', '"><script>alert(1)</script>',
          '😀👩‍👩‍👧‍👦🇷🇺', 'и в на по как что', '?!.,;:«»""', '«', '\\ud800', 'a'.repeat(100000), long,
          'ь'.repeat(300), '1 2 3 4 5 6 7 8 9', '.'.repeat(5000), '-'.repeat(5000), 'а-'.repeat(5000),
          '__proto__', 'constructor toString', '\\u0301\\u0301\\u0301', 'ﬁ ß İ ς', '漢字 かな', 'مرحبا',
          '%00%2e%2e/', '../../etc/passwd', '{{7*7}}', '${7*7}', 'null undefined NaN',
        ];
        const faults = [];
        for (const text of queries) {
          for (const exact of [false, true]) {
            try {
              const { results, answer, corrected, total, failed } = await engine.search(text, { exact });
              const isWell = Array.isArray(results) && results.length <= 10 && total >= results.length
                && !failed && (corrected === null || typeof corrected === 'string')
                && (answer === null || typeof answer.summary === 'string');
              if (!isWell) faults.push(text.slice(0, 40));
            } catch (error) { faults.push(text.slice(0, 40) + ': ' + error); }
          }
        }
        return faults;
        """)
      #expect(faults == [])
    }
  }

  @Test func `a search that is stopped ends with the reason`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address(""))
      let names: [String] = try await browser.evaluate(
        """
        \(Self.open)
        const before = AbortSignal.abort();
        const stopper = new AbortController();
        const running = engine.search('пароль', { signal: stopper.signal }).catch((error) => error.name);
        stopper.abort();
        const later = await engine.search('пароль');
        return [
          await engine.search('пароль', { signal: before }).catch((error) => error.name),
          await running, String(later.results.length > 0),
        ];
        """)
      #expect(names == ["AbortError", "AbortError", "true"])
    }
  }

  @Test func `words in quotes are found where they stand together`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address(""))
      let found: [Int] = try await browser.evaluate(
        """
        \(Self.open)
        const count = async (text) => (await engine.search(text)).total;
        return [
          await count('«код из СМС»'), await count('код из СМС'),
        ];
        """)
      #expect(found[0] > 0 && found[0] < found[1], "\(found)")
    }
  }

  /// A reader has the page open, with the old manifest, while the site is published anew and the
  /// old files are gone.
  @Test func `a site that was published anew meanwhile is searched as it is now`() async throws {
    try await withScratch { site in
      let output = site.appending(path: "public")
      var files: [String: String] = [:]
      files["content/site.yml"] = "title: Справка\nbaseURL: https://help.example\nlanguages: [ru]\n"
      files["content/ru/_index.md"] = "---\ntitle: Справка\n---\n"
      files["content/ru/a.md"] = "---\ntitle: Принтер\n---\n\nПечать на принтере.\n"
      try site.write(files)
      try await buildSite(in: site, to: output)
      try await withSite(at: output) { url in
        try await withBrowser { browser in
          try await browser.open(url)
          let documents: Int = try await browser.evaluate(
            """
            \(Self.open)
            window.engine = engine;
            return (await (await fetch('/search/ru.json')).json()).documents;
            """)
          #expect(documents == 1)
          try site.write([
            "content/ru/a.md": "---\ntitle: Принтер и сканер\n---\n\nПечать, сканер, копии.\n"
          ])
          try await buildSite(in: site, to: output)
          let after: [String] = try await browser.evaluate(
            """
            const { results, failed } = await window.engine.search('копии сканер');
            return [...results.map(({ title }) => title), String(failed)];
            """)
          #expect(after == ["Принтер и\u{A0}сканер", "false"])
        }
      }
    }
  }
}
