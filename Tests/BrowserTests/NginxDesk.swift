import Foundation
import Testing

// The small site behind a real nginx, with the very blocks that the manual gives for it.

struct NginxDesk {
  let desk: RecipeDesk
  let port: UInt16
  /// Where its files are.
  let folder: URL

  static let bases = ["", "/help"]

  /// - Parameter path: with the base path in front.
  func ask(
    _ path: String, _ headers: [String] = [], method: String = "GET", host: String? = nil
  ) async throws -> RawAnswer {
    try await rawRequest(method, path, host: host, headers, port: port)
  }

  /// A path below the base path.
  func get(_ path: String, _ headers: [String] = []) async throws -> RawAnswer {
    try await ask(desk.base + "/" + path, headers)
  }
}

extension RawAnswer {
  var text: String { String(decoding: body, as: UTF8.self) }
}

/// What the manual says about a site at a base path: its page, and where it lets the site stand.
struct NginxRecipe {
  let page: String
  let section: String
  let folder: String

  init(at base: String) {
    let isTop = base.isEmpty
    page = isTop ? "publishing/nginx.md" : "publishing/base-path.md"
    section = isTop ? "install" : "nginx"
    folder = isTop ? "srv/help/www" : "srv/www/help"
  }

  /// The blocks for nginx.
  func blocks() throws -> String { try manualBlocks(page, section, "nginx")[0] }

  /// The lines that publish a build.
  func publication() throws -> String {
    try manualBlocks(page, section == "install" ? "publish" : section, "sh")[0]
  }
}

/// Publishes the site by the recipe and serves it by the recipe.
func withNginxDesk<Result>(
  at base: String = "", _ body: (NginxDesk) async throws -> Result
) async throws -> Result {
  try await withRecipeDesk(at: base) { desk in
    let recipe = NginxRecipe(at: base)
    try await desk.run(recipe.publication())
    return try await withOwnServer(desk.placed(recipe.blocks())) { url in
      try await body(
        NginxDesk(
          desk: desk, port: #require(url.port.flatMap(UInt16.init(exactly:))),
          folder: desk.home.appending(path: recipe.folder)))
    }
  }
}
