internal import Dispatch
internal import Synchronization

/// Waits for asynchronous work on a thread that is nobody's but the caller's: never within a task,
/// whose thread others may need.
func waiting<Result: Sendable>(_ work: @escaping @Sendable () async -> Result) -> Result? {
  let (box, done) = (Box<Result>(), DispatchSemaphore(value: 0))
  Task.detached {
    let result = await work()
    box.result.withLock { $0 = result }
    done.signal()
  }
  done.wait()
  return box.result.withLock { $0 }
}

private final class Box<Result: Sendable>: Sendable {
  let result = Mutex<Result?>(nil)
}
