/// What has come of asking for a page of another site.
public enum LinkAnswer: Equatable, Sendable {
  case fine
  /// For good, to a page that is there.
  case moved(to: String)
  /// Gone, or never there; the reason completes «the page … ».
  case dead(reason: String)
  /// Nothing can be said of it.
  case unknown(reason: String)
}
