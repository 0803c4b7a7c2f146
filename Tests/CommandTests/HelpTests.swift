import SpravkaKit
import Testing

@testable import spravka

// Help and version. The options are compared with the list that the command itself reads by, so
// that none can be forgotten in the help, and none promised that is not there.

@Suite struct HelpTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let known = BuildArguments.flags + BuildArguments.optionsWithValue

  @Test func `the help of build names every option but those of check`() throws {
    let known = Set(Self.known).subtracting(BuildArguments.ofCheck)
    #expect(try options(inHelpOf: "build") == known)
  }

  @Test func `the help of check names every option but those that write a site`() throws {
    let known = Set(Self.known).subtracting(BuildArguments.ofBuild)
    #expect(try options(inHelpOf: "check") == known)
  }

  @Test func `the help of search names every option that it has`() throws {
    let known = SearchArguments.flags + SearchArguments.optionsWithValue
    #expect(try options(inHelpOf: "search") == Set(known))
  }

  @Test func `the help of serve names every option that it has`() throws {
    let known = ServeArguments.flags + ServeArguments.optionsWithValue
    #expect(try options(inHelpOf: "serve") == Set(known))
  }

  @Test func `the help of new names every option that it has`() throws {
    let known = NewArguments.optionsWithValue
    #expect(try options(inHelpOf: "new") == Set(known))
  }

  @Test func `the general help names every command`() throws {
    let help = try scratch.spravka("--help")
    for name in Command.names { #expect(help.outputText.contains("\n  \(name) "), "\(name)") }
    for code in 0...3 { #expect(help.outputText.contains("\(code) "), "exit code \(code)") }
  }

  @Test(arguments: Command.names)
  func `help is asked for in four ways, and none of them does anything else`(name: String) throws {
    let help = try scratch.spravka(name, "--help")
    #expect(help.code == 0)
    #expect(help.error.isEmpty)
    #expect(help.outputText.hasPrefix("usage: spravka \(name) "))
    #expect(help.outputText.split(separator: "\n").allSatisfy { $0.count <= 100 })
    for words in [[name, "-h"], ["help", name], ["--help", name]] {
      let program = Program(words: [Program.spravka] + words, folder: scratch.path)
      #expect(try program.run().output == help.output, "\(words)")
    }
    #expect(try scratch.names().isEmpty)
  }

  @Test func `the version stands alone on a line`() throws {
    let ended = try scratch.spravka("--version")
    #expect(ended.outputText == "spravka \(spravkaVersion)\n")
    #expect(ended.error.isEmpty)
    #expect(ended.code == 0)
  }

  /// Every `--word` of a help text; each must be known to the program.
  private func options(inHelpOf command: String) throws -> Set<String> {
    let help = try scratch.spravka(command, "--help").outputText
    let options = help.split(whereSeparator: { " \n()".contains($0) }).filter {
      $0.hasPrefix("--")
    }
    return Set(options.map(String.init))
  }
}
