// The links of site.yml, which stand around every page of a language, each with where it leads.

/// What stands around the pages of one language: `header`, `footer`, `brand` and the rest.
struct Furniture: Sendable {
  var logo: Lead?
  var icon: Lead?
  var links: [FurnitureLink] = []
  var button: FurnitureLink?
  var signIn: FurnitureLink?
  var register: FurnitureLink?
  var support: FurnitureLink?
  var columns: [Column] = []
  var documents: [FurnitureLink] = []
  var subscription: FurnitureLink?
  var closingCall: FurnitureLink?
  /// Articles that search puts first for a query.
  var pinned: [PinnedPage] = []

  struct Column: Sendable {
    let title: String
    let links: [FurnitureLink]
  }
}

/// A label of the owner's and the place that it leads to.
struct FurnitureLink: Sendable {
  let title: String
  let lead: Lead
}

/// A query and the article that answers it first.
struct PinnedPage: Sendable {
  let query: String
  let page: PageID
}
