internal import Mustache

// `assets/site.css` is `{{assets.site.css}}` in a template: the parts of the file's name become
// records in each other, since a dot in Mustache leads from a record to its field.

/// The names under which templates reach the theme's assets.
struct AssetShape: Sendable {
  let shape: Shape
  private let fields: [Field]

  private enum Field: Sendable {
    case asset(index: Int)
    case folder(AssetShape)
  }

  /// - Parameter names: file names below `assets/`.
  init(_ names: [String]) {
    let parts = names.map { $0.split { $0 == "/" || $0 == "." }.map(String.init) }
    self.init(Array(parts.enumerated().map { ($0.offset, $0.element[...]) }), name: "assets")
  }

  private init(_ entries: [(index: Int, parts: ArraySlice<String>)], name: String) {
    var names: [String] = []
    var groups: [String: [(index: Int, parts: ArraySlice<String>)]] = [:]
    for entry in entries {
      guard let first = entry.parts.first else { continue }
      if groups[first] == nil { names.append(first) }
      groups[first, default: []].append((entry.index, entry.parts.dropFirst()))
    }
    var kinds: [(String, Shape.Kind)] = []
    var fields: [Field] = []
    for name in names {
      let group = groups[name] ?? []
      if let asset = group.first(where: { $0.parts.isEmpty }) {
        fields.append(.asset(index: asset.index))
        kinds.append((name, .text))
      } else {
        let folder = AssetShape(group, name: name)
        fields.append(.folder(folder))
        kinds.append((name, .record(folder.shape)))
      }
    }
    shape = Shape(name, kinds)
    self.fields = fields
  }

  /// - Parameter url: the URL of the asset of an index, as the page must write it.
  func value(url: (Int) -> String) -> Value {
    shape.record(
      inOrder: fields.map { field in
        switch field {
        case .asset(let index): .text(url(index))
        case .folder(let folder): folder.value(url: url)
        }
      })
  }
}
