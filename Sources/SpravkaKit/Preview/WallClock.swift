internal import Glibc

/// What the clock on the wall says, as scripts in browsers read it.
func millisecondsSince1970() -> Int {
  var now = timespec()
  unsafe clock_gettime(CLOCK_REALTIME, &now)
  return Int(now.tv_sec) * 1000 + Int(now.tv_nsec) / 1_000_000
}
