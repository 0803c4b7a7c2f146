// Addresses that are no pages and lead to one: `/open/<id>/` and aliases. Each leads to its page in
// one step, never to another redirect. An expired article keeps the page of its notice, so that is
// where its addresses lead: the notice tells what has happened, which a jump to the replacement
// would not.

struct Redirect: Sendable, Equatable {
  /// Below the site's root: `open/7/`, `old/page.html`.
  let url: String
  let page: PageID
}

extension Redirect {
  /// Where the page of it is written.
  var path: String { url.isEmpty || url.hasSuffix("/") ? url + "index.html" : url }
}
