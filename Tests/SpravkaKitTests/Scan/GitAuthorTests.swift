import Testing

@testable import SpravkaKit

/// Who is writing, as git knows it.
struct GitAuthorTests {
  private let repository: GitFixture

  init() throws { repository = try GitFixture(try ScratchFolder()) }

  @Test func `the name is that of the repository`() throws {
    try repository.git("config", "user.name", " Анна\nБелова ")
    #expect(GitProgram.ofTests.author(in: repository.top) == "Анна Белова")
  }

  @Test func `a name that git was not told is not made up`() throws {
    #expect(GitProgram.ofTests.author(in: repository.top) == nil)
    try repository.git("config", "user.name", "")
    #expect(GitProgram.ofTests.author(in: repository.top) == nil)
  }

  @Test func `without git nobody is known`() throws {
    try repository.git("config", "user.name", "N")
    #expect(GitProgram(searchPath: "/nowhere").author(in: repository.top) == nil)
    #expect(GitProgram.ofTests.author(in: repository.top + "/gone") == nil)
  }
}
