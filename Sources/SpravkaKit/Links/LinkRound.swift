// Many addresses → their answers, politely: one question at a time for each host, with a pause behind
// it, and eight hosts at once. Only this task knows the queues; the questions themselves wait on
// threads of their own.
internal import Dispatch

/// A round of questions.
struct LinkRound: Sendable {
  let curl: CurlProgram
  let asksPrivate: Bool
  var pause = Duration.milliseconds(500)

  private static let hostsAtOnce = 8

  /// What a child task comes back with.
  private enum Event: Sendable {
    case answered(LinkQuestion, LinkQuestion.Step, host: String)
    case rested(host: String)
  }

  func answers(to addresses: [LinkAddress]) async -> [LinkAddress: LinkAnswer] {
    var answers: [LinkAddress: LinkAnswer] = [:]
    var queues = Queues(addresses)
    await withTaskGroup(of: Event.self) { group in
      var running = 0
      while true {
        while running < Self.hostsAtOnce, let (question, host) = queues.next() {
          running += 1
          group.addTask { await ask(question, of: host) }
        }
        guard let event = await group.next() else { break }
        switch event {
        case .rested(let host): queues.free(host)
        case .answered(let question, let step, let host):
          running -= 1
          var rest = pause
          switch step {
          case .done(let answer): answers[question.asked] = answer
          case .again(let seconds):
            rest = max(rest, .seconds(seconds))
            queues.add(question)
          }
          group.addTask { [rest] in
            try? await Task.sleep(for: rest)
            return .rested(host: host)
          }
        }
      }
    }
    return answers
  }

  private func ask(_ question: LinkQuestion, of host: String) async -> Event {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var question = question
        let step = question.step(curl, asksPrivate: asksPrivate)
        continuation.resume(returning: .answered(question, step, host: host))
      }
    }
  }
}

/// Questions by host, first come, first served.
private struct Queues {
  private var waiting: [String: [LinkQuestion]] = [:]
  /// In the order in which they came to have something to ask.
  private var ready: [String] = []
  /// Asked at the moment, or resting.
  private var busy: Set<String> = []

  init(_ addresses: [LinkAddress]) {
    for address in addresses { add(LinkQuestion(address)) }
  }

  mutating func add(_ question: LinkQuestion) {
    let host = question.current.host
    if waiting[host] == nil, !busy.contains(host) { ready.append(host) }
    waiting[host, default: []].append(question)
  }

  mutating func next() -> (LinkQuestion, host: String)? {
    guard !ready.isEmpty else { return nil }
    let host = ready.removeFirst()
    guard var queue = waiting[host], !queue.isEmpty else { return nil }
    let question = queue.removeFirst()
    waiting[host] = queue.isEmpty ? nil : queue
    busy.insert(host)
    return (question, host)
  }

  mutating func free(_ host: String) {
    busy.remove(host)
    if waiting[host] != nil { ready.append(host) }
  }
}
