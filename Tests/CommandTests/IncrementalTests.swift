import Foundation
import Testing

// A build upon the last one gives what a build from nothing gives, whatever was edited in between.

@Suite struct IncrementalTests {
  @Test(arguments: [UInt64(1), 2])
  func `after each of many edits a build upon the last equals one from nothing`(
    seed: UInt64
  ) throws {
    let scratch = try ScratchFolder()
    var edited = EditedSite(seed: seed)
    var written = SampleSite()
    var last: FolderSnapshot?
    var published = 0
    for step in 1...32 {
      let what = "step \(step), seed \(seed): \(edited.edit())"
      try write(edited.site, over: written, to: scratch)
      written = edited.site
      let jobs = "\(step % 3 + 1)"
      let now = step % 8 < 4 ? "2026-11-20" : "2026-11-21"
      let day = ["SOURCE_DATE_EPOCH": now == "2026-11-20" ? Program.today : "1795219200"]
      let upon = try scratch.spravka(
        "build", "--site", "site", "--jobs", jobs, environment: day)
      let anew = try scratch.spravka(
        "build", "--site", "site", "--output", "anew", "--clean", environment: day)
      #expect(upon.code == anew.code, "\(what): \(upon.error)\(anew.error)")
      if anew.code == 0 {
        let site = try FolderSnapshot(scratch.at("site/public"))
        #expect(site.difference(from: try FolderSnapshot(scratch.at("anew"))) == nil, "\(what)")
        try scratch.remove("anew")
        last = site
        published += 1
      } else {
        #expect(anew.code == 1, "\(what): \(anew.error)")
        #expect(!scratch.exists("anew"))
        edited.undo()
        guard let last else { continue }
        let site = try FolderSnapshot(scratch.at("site/public"))
        #expect(site.difference(from: last) == nil, "\(what)")
      }
    }
    // Else this test says less than it seems to.
    #expect(published > 20)
    #expect(try scratch.names("site") == ["content", "public", "templates"])
  }

  /// Touches only files that differ, as people do.
  private func write(
    _ site: SampleSite, over old: SampleSite, to scratch: ScratchFolder
  ) throws {
    for path in old.files.keys where site.files[path] == nil { try scratch.remove("site/" + path) }
    for (path, bytes) in site.files where old.files[path] != bytes {
      try scratch.write("site/" + path, bytes)
    }
  }
}
