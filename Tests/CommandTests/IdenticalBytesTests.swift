import Foundation
import Testing

// Output is a function of the content: neither the folder, the time zone, the locale, the user's
// home, the umask, the number of threads nor the order of the directory may show in it.

@Suite struct IdenticalBytesTests {
  /// A way to build the one site.
  private struct Surroundings {
    let folder: String
    let environment: [String: String]
    var mask = "022"
    var jobs = "2"
    var isReversed = false
    var standsInside = false
  }

  private static let ways = [
    Surroundings(folder: "one", environment: ["TZ": "UTC", "LC_ALL": "C"], jobs: "1"),
    Surroundings(
      folder: "вторая папка/глубже",
      environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "ru_RU.UTF-8", "HOME": "/nonexistent"],
      mask: "000", isReversed: true),
    Surroundings(
      folder: "three", environment: ["TZ": "Etc/GMT+12", "LANG": "tr_TR.UTF-8", "HOME": "/"],
      mask: "077", jobs: "7", isReversed: true, standsInside: true),
    Surroundings(
      folder: "four",
      environment: [
        "LANG": "C.UTF-8", "LANGUAGE": "ar", "LC_COLLATE": "C", "HOME": "", "USER": "x",
      ],
      mask: "027", jobs: "2", standsInside: true),
  ]

  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func `the same content gives the same bytes and permissions everywhere`() throws {
    let sites = try Self.ways.map { way in
      try SampleSite.rich.write(to: scratch, at: way.folder, reversed: way.isReversed)
      return try build(way)
    }
    for (way, site) in zip(Self.ways, sites).dropFirst() {
      #expect(site.difference(from: sites[0]) == nil, "\(way.folder)")
    }
    let first = sites[0]
    #expect(first.paths.count > 50)
    for (path, thing) in first.things {
      switch thing {
      case .folder(let permissions): #expect(permissions == 0o755, "\(path)")
      case .file(let permissions, _): #expect(permissions == 0o644, "\(path)")
      default: Issue.record("\(path) is neither a file nor a folder")
      }
    }
  }

  @Test func `all findings are the same everywhere, and in the same order`() throws {
    let reports = try Self.ways.map { way in
      try SampleSite.rich.write(to: scratch, at: way.folder, reversed: way.isReversed)
      let program = Program(
        words: [Program.spravka, "check", "--site", way.folder, "--jobs", way.jobs],
        folder: scratch.path, environment: way.environment, mask: way.mask)
      return try program.run().error
    }
    #expect(reports[0].contains("broken-link"))
    for report in reports { #expect(report == reports[0]) }
  }

  @Test func `a site that is reached through a link is the same site`() throws {
    try SampleSite.rich.write(to: scratch, at: "one")
    try scratch.link("link", to: "one")
    let plain = try build(Self.ways[0])
    let ended = try scratch.spravka("build", "--site", "link", "--output", scratch.at("www"))
    #expect(ended.code == 0)
    #expect(try FolderSnapshot(scratch.at("www")).difference(from: plain) == nil)
  }

  private func build(_ way: Surroundings) throws -> FolderSnapshot {
    let inside = ["build", "--jobs", way.jobs]
    let program = Program(
      words: [Program.spravka] + inside + (way.standsInside ? [] : ["--site", way.folder]),
      folder: scratch.at(way.standsInside ? way.folder : ""), environment: way.environment,
      mask: way.mask)
    let ended = try program.run()
    #expect(ended.code == 0, "\(way.folder): \(ended.error)")
    return try FolderSnapshot(scratch.at(way.folder + "/public"))
  }
}
