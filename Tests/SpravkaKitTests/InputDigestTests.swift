import Testing

@testable import SpravkaKit

@Suite struct InputDigestTests {
  private let tree = SourceTree(
    configuration: file("content/site.yml", "title: S"),
    markdown: [file("content/ru/a.md", "a"), file("content/ru/b.md", "b")],
    templates: [file("templates/page.mustache", "p")], others: ["content/ru/a.png"],
    pictures: [picture(3, 2)])

  @Test func `the same inputs give the same digest, with one job and with two`() async {
    let one = await InputDigest(of: tree, version: "1", options: ["drafts=0"], jobs: 1)
    let two = await InputDigest(of: tree, version: "1", options: ["drafts=0"], jobs: 2)
    #expect(one == two)
  }

  @Test func `each part of the inputs counts`() async {
    var trees = Array(repeating: tree, count: 11)
    trees[1].configuration = nil
    trees[2].markdown[0] = file("content/ru/a.md", "A")
    trees[3].markdown[0] = file("content/ru/A.md", "a")
    trees[4].templates = []
    trees[5].others = []
    trees[6].others = ["content/ru/b.png"]
    trees[8].pictures = [picture(2, 3)]
    trees[9].pictures = [PictureFile(path: "content/ru/a.png", facts: .unsized)]
    trees[10].pictures = []
    // A file that moves from one list to the next, with the same bytes.
    trees[7].templates.insert(trees[7].markdown.removeLast(), at: 0)
    var digests: [String] = []
    for tree in trees {
      digests.append(await InputDigest(of: tree, version: "1", options: [], jobs: 1).digest.hex)
    }
    digests.append(await InputDigest(of: tree, version: "2", options: [], jobs: 1).digest.hex)
    digests.append(await InputDigest(of: tree, version: "1", options: [""], jobs: 1).digest.hex)
    #expect(Set(digests).count == 13)
  }

  @Test func `what git knows counts`() async throws {
    let day = try #require(CalendarDate("2026-03-31"))
    let commit = History.LastChange.known(.init(date: day, revision: "3f2a91c4"))
    let later = try #require(day.adding(days: 1))
    let histories = [
      History(),
      History(changes: ["content/ru/a.md": commit]),
      History(changes: ["content/ru/b.md": commit]),
      History(changes: ["content/ru/a.md": .known(.init(date: later, revision: "3f2a91c4"))]),
      History(changes: ["content/ru/a.md": .known(.init(date: day, revision: "3f2a91c5"))]),
      History(changes: ["content/ru/a.md": .beyondClone]),
      History(loss: .init(reason: "no git", hint: "install it")),
      History(misreadLines: [3]),
    ]
    var digests: Set<String> = []
    for history in histories {
      var tree = tree
      tree.history = history
      digests.insert(
        await InputDigest(of: tree, version: "1", options: [], jobs: 1).digest.hex)
    }
    #expect(digests.count == histories.count)
  }
}

private func file(_ path: String, _ text: String) -> SourceFile {
  SourceFile(path: path, bytes: Array(text.utf8))
}

private func picture(_ width: Int32, _ height: Int32) -> PictureFile {
  PictureFile(path: "content/ru/a.png", facts: size(width, height))
}
