// The links of a site that lead out of it → what is there: what the cache knows, and for the rest the
// web. Never a part of a build.
import Glibc

/// Why links could not be checked at all.
public enum LinkCheckError: Error, Equatable, Sendable {
  case noCurl
  /// Wrong usage: there is a file of that name which is no cache.
  case foreignCache(String, reason: String)
  case failed(SystemError)
}

/// Asks other sites whether their pages are there.
public struct LinkChecker: Sendable {
  /// How many addresses are asked at most; the others wait for the next run.
  public var limit = 1000
  /// Whether hosts of this machine and its network are asked, too.
  public var asksPrivate = false
  /// Hears, before the asking begins, how many addresses and hosts there are to ask.
  public var announce: @Sendable (_ addresses: Int, _ hosts: Int) -> Void = { _, _ in }
  private let curl: CurlProgram
  private let file: String
  private let now: Int
  private let cache: LinkCache

  /// - Parameters:
  ///   - cache: the path of its file, which need not be there yet.
  ///   - now: in seconds since 1970.
  public init(cache path: String, now: Int) throws(LinkCheckError) {
    guard let curl = CurlProgram.ofEnvironment() else { throw .noCurl }
    self.curl = curl
    self.now = now
    file = path
    cache = try Self.read(path)
  }

  /// What came of a run.
  public struct Report: Sendable {
    /// By what is written in a link; links that are no addresses of the web are not there.
    public var answers: [String: LinkAnswer] = [:]
    public var asked = 0
    /// Answered by the cache.
    public var remembered = 0
    /// Not asked for the sake of the limit.
    public var left = 0
    /// Addresses of which nothing can be said, with the reasons, sorted.
    public var unknown: [(address: String, reason: String)] = []
  }

  /// Answers for all addresses, and writes the cache.
  public func check(_ links: Set<String>) async throws(LinkCheckError) -> Report {
    var report = Report()
    var written: [LinkAddress: [String]] = [:]
    for link in links {
      do throws(LinkAddress.Problem) {
        written[try LinkAddress(link), default: []].append(link)
      } catch {
        switch error {
        case .otherScheme: break
        case .user: report.unknown.append((withoutUser(link), "names a user and is not asked"))
        case .malformed: report.answers[link] = .dead(reason: "has no valid host")
        }
      }
    }
    let (wanted, left) = addressesToAsk(among: Array(written.keys))
    report.asked = wanted.count
    report.left = left
    report.remembered = written.count - wanted.count - left
    var cache = cache
    announce(wanted.count, Set(wanted.map(\.host)).count)
    let answers = withoutNetwork(
      await LinkRound(curl: curl, asksPrivate: asksPrivate).answers(to: wanted))
    for (address, answer) in answers { cache[address] = .init(asked: now, answer: answer) }
    for (address, links) in written {
      guard let answer = cache[address]?.answer else { continue }
      for link in links { report.answers[link] = answer }
      if case .unknown(let reason) = answer { report.unknown.append((address.text, reason)) }
    }
    report.unknown.sort { pathPrecedes($0.address, $1.address) }
    try write(cache)
    return report
  }

  /// Those that were asked longest ago first, the ones that never were before all.
  private func addressesToAsk(among all: [LinkAddress]) -> (wanted: [LinkAddress], left: Int) {
    let stale = all.filter { !cache.isFresh($0, now: now) }
    let sorted = stale.sorted { left, right in
      let (first, second) = (cache[left]?.asked ?? 0, cache[right]?.asked ?? 0)
      return first != second ? first < second : pathPrecedes(left.text, right.text)
    }
    return (Array(sorted.prefix(limit)), max(0, sorted.count - limit))
  }

  private func write(_ cache: LinkCache) throws(LinkCheckError) {
    var cache = cache
    cache.forgetOld(now: now)
    guard cache != self.cache else { return }
    do throws(SystemError) {
      try KeptFile(file).replace(with: cache.encoded)
    } catch {
      throw .failed(error)
    }
  }

  private static func read(_ path: String) throws(LinkCheckError) -> LinkCache {
    let bytes: [UInt8]?
    do throws(SystemError) {
      bytes = try KeptFile(path).contents()
    } catch {
      if [EINVAL, EISDIR, ELOOP, ENOTDIR].contains(error.code) {
        throw .foreignCache(path, reason: "it is no file")
      }
      throw .failed(error)
    }
    guard let bytes else { return LinkCache() }
    do throws(ForeignFile) {
      return try LinkCache(parsing: bytes)
    } catch {
      throw .foreignCache(path, reason: error.reason)
    }
  }
}

/// Where not one of several hosts is known, it is this machine that knows no names.
func withoutNetwork(_ answers: [LinkAddress: LinkAnswer]) -> [LinkAddress: LinkAnswer] {
  guard Set(answers.keys.map(\.host)).count > 1,
    answers.values.allSatisfy({ $0 == LinkQuestion.nobodyKnows })
  else { return answers }
  return answers.mapValues { _ in
    .unknown(reason: "has a host that could not be looked up: no other could, is there a network?")
  }
}

/// `https://user:word@host/` → `https://…@host/`: nobody's password belongs into a log.
private func withoutUser(_ link: String) -> String {
  guard let at = link.lastIndex(of: "@"), let slashes = link.firstIndex(of: "/") else { return "…" }
  return "\(link[...slashes])/…\(link[at...])"
}
