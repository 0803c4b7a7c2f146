import Foundation
import Testing

// Two versions of one small site, and a machine on which a call fails while the second one is
// published upon the first: what each of the fault tests starts from, and what must hold after it.

struct FaultySite {
  let scratch: ScratchFolder
  let old: FolderSnapshot
  let new: FolderSnapshot
  let machine: FaultyMachine

  /// The versions have no style sheet in common, so all pages differ; each has an article and a
  /// picture that the other has not.
  init() throws {
    scratch = try ScratchFolder()
    var site = SampleSite.small
    site.files["content/ru/a/screen.png"] = SampleSite.picture
    site["content/ru/a/p.md"] = SampleSite.page("Третья", "![экран](screen.png)")
    site["templates/assets/custom.css"] = "h1 { color: green }\n"
    site.files["content/ru/a/gone.png"] = SampleSite.picture + Data("old".utf8)
    site["content/ru/a/gone.md"] = SampleSite.page("Старая", "![экран](gone.png)")
    try site.write(to: scratch, at: "old")
    for path in ["a/b.md", "a/gone.md", "a/gone.png"] { site.files["content/ru/" + path] = nil }
    site["templates/assets/custom.css"] = "h1 { color: navy }\n"
    site["content/ru/a/a.md"] = SampleSite.page("Первая", "Новый текст.")
    site["content/ru/c/d.md"] = SampleSite.page("Четвёртая", "![экран](../a/screen.png)")
    site["content/ru/c/_index.md"] = SampleSite.page("Новый раздел", "Статьи.")
    try site.write(to: scratch, at: "new")
    let sites = try ["old", "new"].map { [scratch] name in
      let ended = try scratch.spravka("build", "--site", name, "--output", "\(name)-reference")
      try #require(ended.code == 0, "\(ended.error)")
      return try FolderSnapshot(scratch.at("\(name)-reference"))
    }
    (old, new) = (sites[0], sites[1])
    machine = FaultyMachine(scratch, output: "www/site", paths: old.paths + new.paths)
  }

  /// One thread, and a umask that makes it set permissions itself.
  func build(_ site: String) -> Program {
    Program(
      words: [Program.spravka, "build", "--site", site, "--output", "www/site", "--jobs", "1"],
      folder: scratch.path, mask: "077")
  }

  func published() throws -> FolderSnapshot { try FolderSnapshot(scratch.at("www/site")) }

  /// A build that nothing disturbs makes the site that a first one makes, and clears what is left.
  func checkNextBuild(of site: String, after what: String) throws {
    let ended = try build(site).run()
    #expect(ended.code == 0, "after \(what): \(ended.error)")
    let difference = try published().difference(from: site == "old" ? old : new)
    #expect(difference == nil, "after \(what)")
    #expect(try scratch.names("www") == ["site"], "after \(what)")
  }

  /// What a failed build says helps, and says what readers see.
  func check(_ words: String, after error: String, _ what: String, mayBePartly: Bool = false) {
    let helps =
      switch error {
      case "ENOSPC":
        words.contains("the disk is full: cannot ")
          && words.contains("'; free some space and build again; ")
      case "EMFILE": words.contains("too many open files")
      case "EACCES", "EPERM": words.contains("': no permission; give this user the right to it; ")
      default: words.contains("cannot ")
      }
    #expect(helps, "\(what): \(words)")
    #expect(words.contains("www/") || words.contains("/www'"), "\(what): \(words)")
    let partly = "; a part of the new site is in place, and the next build mends it\n"
    let ends =
      ["; the old site stands\n", "; nothing was published\n"] + (mayBePartly ? [partly] : [])
    #expect(ends.contains { words.hasSuffix($0) }, "\(what): \(words)")
  }

  /// At which of its times a call that writes shall fail.
  ///
  /// At all of the first 40 and of the last 40, and at a tenth of those between, drawn by the seed.
  /// This site needs fewer than 80 of each call.
  func times(of call: String, seed: UInt64) throws -> [Int] {
    var generator = SeededGenerator(seed: seed)
    let times = try machine.times(of: call, writingIn: build("new"))
    return times.enumerated().filter { place, _ in
      place < 40 || place >= times.count - 40 || Int.random(in: 0..<10, using: &generator) == 0
    }.map(\.element)
  }
}

extension FolderSnapshot {
  /// Style sheets, scripts and pictures that a page of the site asks for and does not get.
  var missing: [String] {
    var found: Set<String> = []
    for path in paths where path.hasSuffix(".html") && !path.hasPrefix(".spravka-new/") {
      let folder = path.split(separator: "/").dropLast().map(String.init)
      for match in text(path).matches(of: /(?:href|src)="([^"#?:]*[^"#?:\/])"/) {
        var parts = match.1.hasPrefix("/") ? [] : folder
        for name in match.1.split(separator: "/") where name != "." {
          if name == ".." { _ = parts.popLast() } else { parts.append(String(name)) }
        }
        let target = parts.joined(separator: "/")
        // Links to pages end with a slash, or are made of dots alone.
        if !target.contains(".") || things[target] != nil { continue }
        found.insert("\(path) wants \(target)")
      }
    }
    return found.sorted()
  }
}
