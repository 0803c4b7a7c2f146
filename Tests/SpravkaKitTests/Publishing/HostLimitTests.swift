import Glibc
import Testing

@testable import SpravkaKit

/// What hosts refuse is said beforehand, to those who publish there.
struct HostLimitTests {
  private func files(_ count: Int) -> [String: String] {
    var files = ["ru/_index.md": markdown("title: Справка")]
    for number in 1...count {
      files["ru/a/n\(number).md"] = markdown("title: Статья \(number)\nid: \(number)")
    }
    return files
  }

  @Test func `too many redirects for Cloudflare Pages`() async throws {
    let site = try await PublishedSite(files(2001), "outputs: {hosts: [cloudflare], api: false}\n")
    let expected = """
      content/site.yml:4:19: warning: '_redirects' has 2001 lines, and Cloudflare Pages reads 2000 \
      [host-limit]
        outputs: {hosts: [cloudflare], api: false}
                          ^~~~~~~~~~
        hint: leave 'netlify' out of 'redirects': pages of 'html' lead on, too
      1 warning

      """
    #expect(site.report == expected)
    #expect(try await site.checked() == expected)
  }

  @Test func `who names no host is told nothing, nor who writes no list`() async throws {
    for settings in ["", "outputs: {hosts: [cloudflare, netlify], redirects: [html]}\n"] {
      let site = try await SmallSite(files(2001), configuration: settings).site
      #expect(hostFindings(on: site, [], []).isEmpty)
    }
  }

  @Test func `too many files, and too many in a folder`() async throws {
    let settings = "outputs: {hosts: [cloudflare, netlify]}\n"
    let site = try await SmallSite(
      ["ru/_index.md": markdown("title: Справка")], configuration: settings)
    let outputs = (0...54_000).map { Output(path: "api/\($0).json", content: .bytes([])) }
    #expect(
      hostFindings(on: site.site, outputs, []).map(\.message) == [
        "the site has 54001 files, and Cloudflare Pages takes 20000",
        "the folder 'api' has 54001 files, and Netlify takes 54000",
      ])
    #expect(hostFindings(on: site.site, Array(outputs.prefix(20_000)), []).isEmpty)
  }

  @Test func `a published file that is too large for Cloudflare Pages`() async throws {
    let folder = try ScratchFolder()
    try folder.write(
      "content/site.yml",
      "title: Справка\nbaseURL: https://help.example\noutputs: {hosts: [cloudflare]}\n")
    let text = "---\ntitle: Справка\n---\n\n[Как есть](as-is.mp4), [больше](more.mp4).\n"
    try folder.write("content/ru/_index.md", text)
    for (name, size) in [("as-is", 25 << 20), ("more", (25 << 20) + 1), ("unused", 30 << 20)] {
      try folder.write("content/ru/\(name).mp4", "")
      // A file with holes: as long, and not written.
      let status = unsafe truncate("\(folder.path)/content/ru/\(name).mp4", size)
      try #require(status == 0)
    }
    let scanned = try await scan(folder.path, jobs: 1)
    #expect(scanned.tree.largeFiles.count == 3)
    let options = BuildOptions(today: try #require(CalendarDate("2026-11-20")))
    for result in [
      await build(scanned.tree, scanned: scanned.diagnostics, options),
      await check(scanned.tree, scanned: scanned.diagnostics, options),
    ] {
      let found = result.diagnostics.filter { $0.id == .hostLimit }
      #expect(
        found.map { "\($0.file): \($0.message)" } == [
          "content/ru/more.mp4: the file has 25.1 MiB, and Cloudflare Pages takes 25"
        ])
    }
  }
}
