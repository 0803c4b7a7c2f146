/// How long a stage took.
public struct StageTiming: Sendable {
  public let stage: String
  public let duration: Duration
}

/// Times the stages of a build, for `--timing`.
public struct StageTimer {
  public private(set) var timings: [StageTiming] = []

  public init() {}

  public mutating func time<Result>(_ stage: String, _ work: () -> Result) -> Result {
    let start = ContinuousClock.now
    let result = work()
    timings.append(StageTiming(stage: stage, duration: ContinuousClock.now - start))
    return result
  }

  public mutating func time<Result: Sendable, Failure: Error>(
    _ stage: String, _ work: () async throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    let start = ContinuousClock.now
    let result = try await work()
    timings.append(StageTiming(stage: stage, duration: ContinuousClock.now - start))
    return result
  }

  /// Adds what another timer has measured.
  public mutating func add(_ others: [StageTiming]) { timings += others }
}
