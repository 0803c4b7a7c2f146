import Foundation
import Testing

// What a build asks of the system, as strace sees it: no connection, no program but git, and no file
// but those of the site, of the program itself and of the system that runs it.

@Suite(.needsFaults) struct TracedBuildTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.rich.write(to: scratch, at: "home/site")
    try scratch.write("home/.gitconfig", "")
  }

  /// The lines of strace about some calls of a build that is done anew.
  private func trace(_ calls: String, _ words: [String] = []) throws -> [Substring] {
    let strace = ["strace", "-f", "-qq", "-y", "-e", "trace=" + calls, "-e", "signal=none"]
    let program = Program(
      words: strace + ["-o", scratch.at("log"), Program.spravka]
        + ["build", "--site", "site", "--clean"],
      folder: scratch.at("home"), environment: ["HOME": scratch.at("home")])
    let ended = try program.run()
    #expect(ended.code == 0, "\(ended.error)")
    return try scratch.text("log").split(separator: "\n")
  }

  @Test
  func `no connection is made and no program is started but git, where there is a repository`()
    throws
  {
    for isRepository in [false, true] {
      if isRepository {
        let words = ["git", "init", "-q", scratch.at("home/site")]
        #expect(try Program(words: words, folder: scratch.path).run().code == 0)
      }
      let lines = try trace("execve,execveat,%network").filter { !$0.contains(" ENOENT ") }
      let started = lines.filter { $0.contains(" execve") }
      #expect(started.count == (isRepository ? 2 : 1), "\(started)")
      #expect(started.dropFirst().allSatisfy { $0.contains("/git\", [\"") }, "\(started)")
      #expect(lines.filter { !$0.contains(" execve") && !$0.contains("<... execve") } == [])
    }
  }

  /// Whether a file of the system may be read: libraries, what they ask of the processor, of time
  /// zones and of locales.
  private func isOfSystem(_ path: String) -> Bool {
    if path.contains(/\.so(\.\w+)*$/) || path == "/" { return true }
    let places = [
      "/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo/", "/usr/lib/locale/",
      "/usr/share/locale/", "/sys/devices/system/cpu/", "/sys/fs/cgroup/", "/proc/sys/vm/",
      "/dev/null",
    ]
    return places.contains { path.hasPrefix($0) } || path.contains(/^\/proc\/(self|\d+)\/\w+$/)
  }

  @Test func `a build reads the site and the system, and writes to the output alone`() throws {
    let program = URL(filePath: Program.spravka).resolvingSymlinksInPath().path
    let byPath = "creat,truncate,rename,link,symlink,unlink,mkdir,rmdir,chmod,chown"
      .split(separator: ",").map(String.init)
    // Not all of them are calls of every processor.
    let lines = try trace(
      "openat,openat2," + (["open"] + byPath).map { "?" + $0 }.joined(separator: ","))
    let opened = lines.compactMap { $0.firstMatch(of: /= \d+<([^>]*)>$/).map { String($0.1) } }
    #expect(opened.count > 60)
    let site = scratch.at("home/site")
    let outside = Set(opened).filter { path in
      path != site && !path.hasPrefix(site + "/") && path != program && !isOfSystem(path)
    }
    #expect(outside == [])
    let written = lines.filter { $0.contains(/O_WRONLY|O_RDWR|O_CREAT/) }
      .compactMap { $0.firstMatch(of: /= \d+<([^>]*)>$/).map { String($0.1) } }
    #expect(written.count > 20)
    let places = ["/public/", "/.public.spravka-new/"].map { site + $0 }
    #expect(written.filter { path in !places.contains { path.hasPrefix($0) } } == [])
    // Calls by a path alone, which leads from wherever the process stands.
    let names = lines.compactMap { $0.firstMatch(of: /^\d+ +(\w+)\(/).map { String($0.1) } }
    #expect(Set(names).intersection(byPath) == [])
  }
}
