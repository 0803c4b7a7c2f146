import Foundation
import Glibc
import Synchronization
import Testing

// Builds that are killed at random moments, each on its way from one version of a site to the other:
// what stands then is wholly the one or wholly the other, and the next build leaves nothing over.

@Suite struct KilledBuildTests {
  private static let kills = 100

  private let scratch: ScratchFolder
  private let references: [FolderSnapshot]

  init() throws {
    scratch = try ScratchFolder()
    references = try (0...1).map { [scratch] version in
      try SampleSite.many(300, version: version).write(to: scratch, at: "site-\(version)")
      let ended = try scratch.spravka(
        "build", "--site", "site-\(version)", "--output", "reference-\(version)")
      try #require(ended.code == 0, "\(ended.error)")
      return try FolderSnapshot(scratch.at("reference-\(version)"))
    }
  }

  /// Both versions go to the same folder.
  private func build(_ version: Int) -> Program {
    Program(
      words: [Program.spravka, "build", "--site", "site-\(version)", "--output", "www/site"],
      folder: scratch.path)
  }

  private func site() throws -> FolderSnapshot { try FolderSnapshot(scratch.at("www/site")) }

  @Test func `a killed build leaves the old or the new site whole, and the next one nothing over`()
    throws
  {
    var generator = SeededGenerator(seed: 2026)
    let length = try lengthOfBuild()
    var standing = 1
    var counts = (old: 0, new: 0, late: 0)
    let reader = Reader(of: scratch.at("www/site"), expecting: references)
    for kill in 1...Self.kills {
      let next = 1 - standing
      // A little longer than a build alone: it is not the same length each time.
      let moment = Double.random(in: 0..<1.15, using: &generator)
      let ended = try killed(build(next), after: moment * length)
      let found = try site()
      if found == references[next] {
        standing = next
        counts.new += 1
      } else {
        counts.old += 1
        let difference = found.difference(from: references[standing])
        #expect(difference == nil, "kill \(kill)")
      }
      if ended.signal == nil { counts.late += 1 }
      let beside = try scratch.names("www")
      #expect([["site"], [".site.spravka-new", "site"]].contains(beside), "kill \(kill)")
      if kill.isMultiple(of: 8) { standing = try checkNextBuild(after: kill, standing) }
    }
    let read = reader.end()
    print(
      "\(Self.kills) kills: \(counts.old) left the old site, \(counts.new) the new one;"
        + " \(counts.late) came too late; \(read.count) pages were read meanwhile")
    #expect(read.faults == [])
  }

  /// A build that nobody disturbs, upon what was killed.
  private func checkNextBuild(after kill: Int, _ standing: Int) throws -> Int {
    let version = (kill / 8).isMultiple(of: 2) ? 1 - standing : standing
    let ended = try build(version).run()
    #expect(ended.code == 0, "after kill \(kill): \(ended.error)")
    #expect(try site().difference(from: references[version]) == nil, "after kill \(kill)")
    #expect(try scratch.names("www") == ["site"], "after kill \(kill)")
    return version
  }

  /// In seconds; the site stands at version 1 then.
  private func lengthOfBuild() throws -> Double {
    let clock = ContinuousClock()
    var longest = Duration.zero
    for version in [0, 1, 0, 1] {
      longest = try max(longest, clock.measure { _ = try build(version).run() })
    }
    return longest / .seconds(1)
  }

  private func killed(_ program: Program, after seconds: Double) throws -> Ended {
    let running = try program.start()
    usleep(useconds_t(seconds * 1_000_000))
    running.kill()
    return try running.wait()
  }
}

/// Reads two pages over and over through the path, as a web server does.
///
/// That no page is ever missing is more than POSIX says, which knows no exchange of folders: Linux
/// promises that the name of the folder always leads to one of the two. A reader that has found the
/// old folder, is held up there and looks for the page only when the old site is being cleared
/// would not find it; that needs a pause in the middle of one `open`, and has not been seen.
private final class Reader: Sendable {
  private let isEnding = Atomic(false)
  private let ended = DispatchSemaphore(value: 0)
  private let result = Mutex<(count: Int, faults: [String])>((0, []))

  init(of folder: String, expecting references: [FolderSnapshot]) {
    let pages = ["index.html", "c0/s0/a0/index.html"]
    let expected = pages.map { page in references.map { $0.file(page) } }
    Thread.detachNewThread { [self] in
      var count = 0
      var faults: [String] = []
      while !isEnding.load(ordering: .relaxed) {
        let index = count % pages.count
        let bytes = try? Data(contentsOf: URL(filePath: folder + "/" + pages[index]))
        if bytes == nil || !expected[index].contains(bytes) {
          faults.append("\(pages[index]) after \(count): \(bytes.map { "\($0)" } ?? "missing")")
        }
        count += 1
        usleep(200)
      }
      result.withLock { [faults, count] in $0 = (count, faults) }
      ended.signal()
    }
  }

  /// Stops reading; answers how many pages were read, and what was wrong with them.
  func end() -> (count: Int, faults: [String]) {
    isEnding.store(true, ordering: .relaxed)
    ended.wait()
    return result.withLock { $0 }
  }
}
