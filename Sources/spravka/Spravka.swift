internal import Glibc
internal import SpravkaKit

/// The command: words of the command line in, an exit code out.
@main
struct Spravka {
  static func main() {
    prepareStandardStreams()
    Task.detached {
      exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }
    // An asynchronous `main` parks this thread by way of libdispatch, which needs a descriptor for
    // that and traps where the limit leaves it none.
    while true { pause() }
  }

  static func run(_ words: [String]) async -> ExitCode {
    do {
      switch try Command(words) {
      case .build(let options): return await runBuild(options)
      case .check(let options): return await runCheck(options)
      case .search(let options): return await runSearch(options)
      case .serve(let options): return await runServe(options)
      case .new(let options): return await runNew(options)
      case .initialize(let folder): return runInit(folder)
      case .help(let topic):
        return standardOutput.write(helpText(topic)) ? .fine : .machineFailed
      case .version:
        return standardOutput.write("spravka \(spravkaVersion)\n") ? .fine : .machineFailed
      }
    } catch {
      standardError.write("spravka: \(error.message)\n")
      if let hint = error.hint { standardError.write("  hint: \(hint)\n") }
      return .wrongUsage
    }
  }
}

/// What a caller learns from the number that is returned.
enum ExitCode: Int32 {
  case fine = 0
  /// The content has errors: nothing was published.
  case contentErrors = 1
  case wrongUsage = 2
  /// The machine failed us: disk full, no permission.
  case machineFailed = 3
}
