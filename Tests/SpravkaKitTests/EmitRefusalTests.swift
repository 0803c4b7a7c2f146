import Testing

@testable import SpravkaKit

@Suite struct EmitRefusalTests {
  private let disk: EmitScratch
  private var scratch: ScratchFolder { disk.scratch }
  private let page = outputs(["a.html": "a"])

  init() throws {
    disk = try EmitScratch()
  }

  private func refusal(of output: String) async -> EmitError? {
    var disk = disk
    disk.target.output = output
    return await disk.refusal(page)
  }

  @Test func `folders where a site would do harm are refused`() async throws {
    try scratch.makeFolder("site/templates")
    let before = try scratch.lines()
    let site = scratch.at("site")
    #expect(
      await refusal(of: "/") == .refused("the output folder '/' is the root of the file system"))
    #expect(
      await refusal(of: site) == .refused("the output folder '\(site)' is the site's own folder"))
    #expect(
      await refusal(of: "\(site)/public/..")
        == .refused("the output folder '\(site)/public/..' is the site's own folder"))
    #expect(
      await refusal(of: scratch.path)
        == .refused("the output folder '\(scratch.path)' holds the site itself"))
    for name in ["content", "templates"] {
      for path in ["\(site)/\(name)", "\(site)/\(name)/public"] {
        #expect(
          await refusal(of: path)
            == .refused("the output folder '\(path)' lies in the site's folder '\(name)'"))
      }
    }
    #expect(try scratch.lines() == before)
  }

  @Test func `links do not hide where the folders are`() async throws {
    try scratch.makeFolder("texts/ru")
    try scratch.remove("site/content")
    try scratch.link("site/content", to: "../texts/ru")
    try scratch.link("way", to: "texts")
    #expect(
      await refusal(of: scratch.at("way/ru/public"))
        == .refused(
          "the output folder '\(scratch.at("way/ru/public"))' lies in the site's folder 'content'"))
    #expect(
      await refusal(of: scratch.at("way"))
        == .refused(
          "the output folder '\(scratch.at("way"))' holds the site's folder 'content'"))
  }

  @Test func `a folder with other content and without the mark is refused`() async throws {
    try scratch.write("site/public/thesis.odt", "years of work")
    try scratch.write("site/public/.hidden", "")
    let error = await disk.refusal(page)
    #expect(
      error
        == .refused(
          "the folder '\(scratch.at("site/public"))' is not empty (it holds 'thesis.odt'), and"
            + " Spravka did not make it: choose another output folder, or empty this one"))
    #expect(try disk.site() == [".hidden: ", "thesis.odt: years of work"])
  }

  @Test func `a mark that is no file is refused`() async throws {
    try scratch.makeFolder("site/public/.spravka")
    let mark = scratch.at("site/public/.spravka")
    #expect(
      await disk.refusal(page)
        == .refused(
          "'\(mark)' is not a file that Spravka wrote: choose another output folder, or empty"
            + " this one"))
  }

  @Test func `a file in the place of the output folder is refused`() async throws {
    try scratch.write("site/public", "a file")
    #expect(
      await disk.refusal(page)
        == .refused(
          "the output folder '\(scratch.at("site/public"))' cannot be one: a file stands in its"
            + " way"))
    #expect(scratch.text("site/public") == "a file")
  }

  @Test(arguments: [
    "", "/a", "a//b", "a/", "../a", "a/../b", "./a", "a/.", "a\nb", "a\u{0}b", ".spravka",
    ".spravka/a", ".spravka-new/x",
  ])
  func `a path that would leave the output folder is refused`(path: String) async throws {
    let error = await disk.refusal([Output(path: path, content: .bytes([]))])
    #expect(
      error
        == .refused(
          "'\(shownText(path.utf8))' cannot be the path of a page: it must lead into the output"
            + " folder by plain names, none of them Spravka's own"))
    #expect(try disk.siblings() == ["content"])
  }

  @Test func `two outputs that cannot stand together are refused`() async throws {
    #expect(
      await disk.refusal(outputs(["a": "1", "b": "2", "a": "3"]))
        == .refused("two pages have the path 'a'"))
    #expect(
      await disk.refusal(outputs(["a/b": "1", "a-c": "2", "a": "3"]))
        == .refused("'a' is the path of a page and of a folder that holds others"))
    #expect(
      await disk.refusal(outputs(["a/b": "1", "a/b/c/d": "2"]))
        == .refused("'a/b' is the path of a page and of a folder that holds others"))
  }

  @Test func `paths that are one name to a String but two to the disk can stand together`()
    async throws
  {
    try await disk.emit(["\u{439}.html": "1", "\u{438}\u{306}.html": "2"])
    #expect(try disk.site().count == 2)
  }

  @Test func `a second build is told at once that another is at work`() async throws {
    try await disk.emit(["a.html": "a"])
    let other = try Folder(scratch.at("site/public"))
    #expect(try other.lock())
    let before = try scratch.lines()
    #expect(
      await disk.refusal(outputs(["a.html": "b"]))
        == .busy(
          "another build is at work in '\(scratch.at("site/public"))': wait for its end, or stop"
            + " it"))
    #expect(try scratch.lines() == before)
  }

  @Test func `the lock holds through the exchange, and is gone with the build`() async throws {
    try await disk.emit(["a.html": "a"])
    let emission = try Emission(page, disk.target)
    let staging = try emission.makeStagingBeside()
    try staging.above.exchange(staging.name, emission.place.name)
    // Both the old tree and the new one are locked between exchange and end.
    #expect(try Folder(scratch.at("site/public")).lock() == false)
    #expect(try Folder(scratch.at("site/.public.spravka-new")).lock() == false)
    try staging.above.exchange(staging.name, emission.place.name)
    withExtendedLifetime((emission, staging)) {}
    staging.remove()
  }

  @Test func `builds at the same moment are published or told to wait, never mixed`() async throws {
    let pages = (0..<50).map { "p\($0).html" }
    let target = disk.target
    let busy = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<8 {
        group.addTask {
          let outputs = pages.map { Output(path: $0, content: .bytes([UInt8(48 + number)])) }
          do throws(EmitError) {
            _ = try await emit(outputs, to: target)
            return false
          } catch {
            guard case .busy = error else {
              Issue.record("\(error.message)")
              return false
            }
            return true
          }
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(busy < 8)
    let texts = Set(try disk.site().map { $0.suffix(1) })
    #expect(texts.count == 1)
    #expect(try disk.site().count == 50)
    #expect(try disk.siblings() == ["content", "public"])
  }
}
