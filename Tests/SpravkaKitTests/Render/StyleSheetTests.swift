import Testing

@testable import SpravkaKit

struct StyleSheetTests {
  @Test func `tokens come first, dark ones on screens alone`() {
    let css = Palette(accent: .standardAccent).css
    let light = ":root{color-scheme:light;--bg:#fff;--ground:#f3f6f7;--tint:#e5f0f3;--line:#d9dee0;"
    let dark = "color-scheme:dark;--bg:#171c1e;--ground:#0e1314;"
    #expect(css.hasPrefix(light))
    #expect(
      css.contains(
        "@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark))
    #expect(css.contains("@media screen{:root[data-theme=dark]{" + dark))
    #expect(css.hasSuffix("--badb:#37201e;--dim:brightness(.9)}}"))
    #expect(minifiedCSS(Array(css.utf8)) == Array(css.utf8))
  }

  @Test func `each edition hides the others, on screens alone`() throws {
    let site = try configuration("editions: {cloud: Облако, on-premise: Коробка, 2x: Двойная}")
    let rules = editionRules(site.editions)
    #expect(
      rules == """
        @media screen{html[data-edition=cloud] :is(.edition,.other-edition)\
        :not([data-edition~=cloud]),\
        html[data-edition=on-premise] :is(.edition,.other-edition)\
        :not([data-edition~=on-premise]),\
        html[data-edition="2x"] :is(.edition,.other-edition):not([data-edition~="2x"]),\
        html[data-edition] .edition-name{display:none}\
        html[data-edition=cloud] .editions [value=cloud],\
        html[data-edition=on-premise] .editions [value=on-premise],\
        html[data-edition="2x"] .editions [value="2x"]\
        {background:var(--bg);font-weight:600;box-shadow:0 0 0 1px var(--line)}}
        """)
    #expect(minifiedCSS(Array(rules.utf8)) == Array(rules.utf8))
  }

  @Test func `a site without editions has no rules of theirs`() {
    #expect(editionRules([]) == "")
    #expect(!sheet(of: theme("a { }")).contains("edition"))
  }

  @Test func `the sheet is colours, theme, editions and additions, in this order`() throws {
    let site = try configuration("editions: {cloud: Облако}\nbrand: {accent: \"#ff0\"}")
    let parts = sheet(of: theme("a { b: c; }", custom: "a { b: d; }", site)).split(separator: "\n")
    try #require(parts.count == 4)
    #expect(parts[0].contains("--fill:#ff0;"))
    #expect(parts[1] == "a{b:c}")
    #expect(parts[2].hasPrefix("@media screen{html[data-edition=cloud]"))
    #expect(parts[3] == "a{b:d}")
  }

  @Test func `what a site adds is no file of its own, and wanted`() throws {
    let theme = theme(nil, custom: ":root { --link: #0a5 }")
    #expect(theme.assets.map(\.name) == self.theme(nil).assets.map(\.name))
    #expect(theme.diagnostics.isEmpty)
    #expect(sheet(of: theme).hasSuffix("\n:root{--link:#0a5}"))
    #expect(sheet(of: self.theme(nil)) + "\n:root{--link:#0a5}" == sheet(of: theme))
  }

  @Test func `a sheet that somebody did not finish spoils nothing behind it`() throws {
    let site = try configuration("editions: {cloud: Облако}")
    let sheet = sheet(of: theme("a { b: c", custom: "d { e: f }", site))
    #expect(sheet.contains("\na{b:c}\n@media screen{html"))
    #expect(sheet.hasSuffix("}\nd{e:f}"))
  }

  @Test func `names follow the colours, and the same colours make the same name`() throws {
    let names = try [nil, nil, "#c00", "#c01"].map { accent -> String in
      let line = accent.map { "brand: {accent: \"\($0)\"}" } ?? ""
      let assets = theme(nil, try configuration(line)).assets
      return try #require(assets.first { $0.name == "site.css" }).url
    }
    #expect(names[0] == names[1])
    #expect(Set(names).count == 3)
  }

  @Test func `built-in scripts are trimmed, a site's own are not`() {
    let kept = ["let a = 1 // two", "a = b / 2 + `c : ${d}`", "`${a ? `b : c` : d} `"]
    let script = """
        // one

      \(kept.joined(separator: "\n  "))
      if (a === "b = \\" c, 'd'") {
          e(f, `g : ${h}`, 'i ? j');
          x = y + +z
      }

      """
    let builtin = BuiltinTheme.files() + [SourceFile("assets/a.js", script)]
    let own = SourceFile("templates/assets/b.js", script)
    let theme = Theme(builtin: builtin, overrides: [own], languages: ["ru"])
    let texts = Dictionary(
      uniqueKeysWithValues: theme.assets.map {
        ($0.name, String(decoding: $0.bytes, as: UTF8.self))
      })
    let tight = "if(a===\"b = \\\" c, 'd'\"){e(f,`g : ${h}`,'i ? j');x=y + +z\n}"
    #expect(texts["a.js"] == (kept + [tight, ""]).joined(separator: "\n"))
    #expect(texts["b.js"] == script)
  }

  @Test func `no text in a built-in script is longer than its line`() {
    for file in BuiltinTheme.files() where file.path.hasSuffix(".js") {
      for line in file.bytes.split(separator: .newline) {
        let text = String(decoding: line, as: UTF8.self)
        #expect(line.count { $0 == .backtick } % 2 == 0, "\(file.path): \(text)")
        #expect(line.last != .backslash, "\(file.path): \(text)")
      }
    }
  }

  private func theme(
    _ sheet: String?, custom: String? = nil, _ configuration: Configuration = Configuration()
  ) -> Theme {
    var files: [SourceFile] = []
    if let sheet { files.append(SourceFile("templates/assets/site.css", sheet)) }
    if let custom { files.append(SourceFile("templates/assets/custom.css", custom)) }
    return Theme(
      builtin: BuiltinTheme.files(), overrides: files, languages: ["ru"],
      style: StyleSettings(configuration))
  }

  private func sheet(of theme: Theme) -> String {
    let asset = theme.assets.first { $0.name == "site.css" }
    return String(decoding: asset?.bytes ?? [], as: UTF8.self)
  }

  private func configuration(_ lines: String) throws -> Configuration {
    let head = "title: Справка\nbaseURL: https://help.example\n"
    let parsed = Configuration.parse(SourceFile("content/site.yml", head + lines + "\n"))
    try #require(parsed.diagnostics.isEmpty)
    return parsed.configuration
  }
}
