import Glibc

/// How long this thread computes: unlike the time on the wall it does not grow when other tests run
/// beside it, so that a limit of it tells a quadratic text from a busy machine.
func processorTime(_ work: () -> Void) -> Duration {
  let start = usedByThread()
  work()
  return usedByThread() - start
}

private func usedByThread() -> Duration {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
