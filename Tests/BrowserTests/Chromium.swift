import Foundation
import Glibc

// Starts chromedriver on a port of its own choice and a session in it. A browser costs about a second
// to start and a core while it loads a page, so only a few run at once, however many tests wait.

/// Gives `body` a fresh browser: no history, no stored settings, 1280 by 900, in light colours and
/// without motion.
///
///     try await withBrowser { browser in
///       try await browser.open(url)
///       #expect(try await browser.consoleMessages().isEmpty)
///     }
func withBrowser<Result>(_ body: (Browser) async throws -> Result) async throws -> Result {
  await seats.take()
  do {
    let result = try await withFreshBrowser(body)
    await seats.leave()
    return result
  } catch {
    await seats.leave()
    throw error
  }
}

private let seats = Seats(2)

private func withFreshBrowser<Result>(
  _ body: (Browser) async throws -> Result
) async throws -> Result {
  let chromium = try ChildProgram.path(of: "chromium")
  let (driver, port) = try await startDriver()
  defer { driver.stop() }
  let started: Session = try await WebDriver(port: port)
    .post("session", ["capabilities": ["alwaysMatch": capabilities(chromium)]])
  let session = WebDriver(port: port, path: "/session/\(started.sessionId)")
  let browser = Browser(session: session)
  try await browser.setViewport(width: 1280, height: 900)
  try await browser.setColorScheme("light")
  let result = try await body(browser)
  // Leaves nothing behind; after an error the browser is killed instead.
  try await session.delete()
  return result
}

/// A chromedriver and its port.
///
/// It takes a free port of IPv6 and then the same one of IPv4, which may be somebody's: it ends then.
private func startDriver(attempts: Int = 5) async throws -> (ChildProgram, port: UInt16) {
  let driver = try ChildProgram("chromedriver", ["--port=0"], scratch: ChildProgram.makeScratch())
  do {
    let port = try await driver.wait(for: "chromedriver") {
      let announced = driver.output.firstMatch(of: /started successfully on port (\d+)/)
      return announced.flatMap { UInt16($0.output.1) }
    }
    return (driver, port)
  } catch {
    let isTaken = driver.output.contains("port not available")
    driver.stop()
    guard isTaken, attempts > 1 else { throw error }
    return try await startDriver(attempts: attempts - 1)
  }
}

private struct Session: Decodable {
  let sessionId: String
}

private func capabilities(_ chromium: String) -> JSON {
  var arguments: [JSON] = [
    "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--disable-component-update",
    "--disable-background-networking", "--no-first-run",
  ]
  // Chromium's sandbox refuses to run as root.
  if geteuid() == 0 { arguments.append("--no-sandbox") }
  return [
    "browserName": "chrome",
    "goog:loggingPrefs": ["browser": "ALL"],
    "goog:chromeOptions": ["binary": .string(chromium), "args": .array(arguments)],
  ]
}

/// Lets a fixed number of tasks in at once, in the order of their coming.
private actor Seats {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) {
    free = count
  }

  func take() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
