import Foundation
import Glibc
import Synchronization
import Testing

// Builds that are killed at random moments, each on its way from one version of a site to the other:
// what stands then is wholly the one or wholly the other, and the next build leaves nothing over.

@Suite struct KilledBuildTests {
  /// Of builds that were at work; one that was over already does not count.
  private static let kills = 200
  private static let seed: UInt64 = 2026

  private let scratch: ScratchFolder
  private let references: [FolderSnapshot]

  init() throws {
    scratch = try ScratchFolder()
    references = try (0...1).map { [scratch] version in
      try SampleSite.bilingual(version: version).write(to: scratch, at: "site-\(version)")
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
    var generator = SeededGenerator(seed: Self.seed)
    let (whole, writing) = try lengths()
    var standing = 1
    var counts = (old: 0, new: 0, late: 0)
    let reader = Reader(of: scratch.at("www/site"), expecting: references)
    while counts.old + counts.new < Self.kills && counts.late < Self.kills {
      let kill = counts.old + counts.new + 1
      let what = "kill \(kill), seed \(Self.seed)"
      let next = 1 - standing
      // A build is not of the same length each time.
      let moment = Double.random(in: 0..<1.1, using: &generator)
      let ended =
        switch kill % 3 {
        case 0: try killed(build(next), after: moment * whole)
        case 1: try killed(build(next), at: .writing, after: moment * writing)
        // Clearing the old site takes some milliseconds.
        default: try killed(build(next), at: .clearing, after: moment / 1000)
        }
      let found = try site()
      let isNew = found == references[next]
      if isNew { standing = next }
      let difference = found.difference(from: references[standing])
      #expect(difference == nil, "\(what)")
      let beside = try scratch.names("www")
      #expect([["site"], [".site.spravka-new", "site"]].contains(beside), "\(what)")
      guard ended.signal != nil else {
        counts.late += 1
        continue
      }
      if isNew { counts.new += 1 } else { counts.old += 1 }
      if kill.isMultiple(of: 8) { standing = try checkNextBuild(after: kill, standing) }
    }
    let read = reader.end()
    print(
      "\(Self.kills) kills (seed \(Self.seed)): \(counts.old) left the old site, \(counts.new) the"
        + " new one; \(counts.late) more came too late; \(read.count) pages were read meanwhile")
    #expect(read.faults == [])
    #expect(counts.old + counts.new == Self.kills)
    // Else the moments are not where it matters.
    #expect(counts.old > 50 && counts.new > 10)
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

  /// Of a build and of its part that writes, in seconds; the site stands at version 1 then.
  private func lengths() throws -> (whole: Double, writing: Double) {
    var (wholes, writings): ([Double], [Double]) = ([], [])
    for version in [0, 1, 0, 1] {
      let (start, found) = (ContinuousClock.now, found)
      let running = try build(version).start()
      let begin = wait(for: .writing, of: running, found: found)
      let ended = try running.wait()
      #expect(ended.code == 0, "\(ended.error)")
      wholes.append((ContinuousClock.now - start) / .seconds(1))
      writings.append((ContinuousClock.now - begin) / .seconds(1))
    }
    return (wholes.sorted()[2], writings.sorted()[2])
  }

  /// How far a build has come, as far as this can be seen from without.
  private enum Stage {
    /// Its staging folder is there.
    case writing
    /// The staging folder is what was the site.
    case clearing
  }

  /// Waits until the build is that far, or over; answers when that was.
  ///
  /// - Parameter found: what had the names of the staging folder and of the site before.
  private func wait(
    for stage: Stage, of running: RunningProgram, found: (staging: ino_t?, site: ino_t?)
  ) -> ContinuousClock.Instant {
    while running.isAtWork {
      if let now = number("www/.site.spravka-new"), now != found.staging,
        stage == .writing || now == found.site
      {
        break
      }
      usleep(50)
    }
    return .now
  }

  /// Of the folder that has the name.
  private func number(_ name: String) -> ino_t? {
    var status = stat()
    return unsafe lstat(scratch.at(name), &status) == 0 ? status.st_ino : nil
  }

  private var found: (staging: ino_t?, site: ino_t?) {
    (number("www/.site.spravka-new"), number("www/site"))
  }

  private func killed(
    _ program: Program, at stage: Stage? = nil, after seconds: Double
  ) throws -> Ended {
    let found = found
    let running = try program.start()
    if let stage { _ = wait(for: stage, of: running, found: found) }
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
