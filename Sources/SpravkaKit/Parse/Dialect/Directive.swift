// The names that may stand behind `:::` and `::`, and what each of them takes.

/// A construct that is written by a line of colons.
enum Directive: String, CaseIterable, Sendable {
  case note, tip, important, warning, caution
  case details, tabs, tab, edition, include
}

extension Directive {
  /// The kind of a callout; nil for the others.
  var callout: Callout? { Callout(rawValue: rawValue) }

  /// Whether it is one line, `::include{…}`, and holds nothing.
  var isLeaf: Bool { self == .include }

  /// The attributes that it may have.
  var attributes: [String] {
    switch self {
    case .note, .tip, .important, .warning, .caution, .tab: []
    case .details: ["group", "open"]
    case .tabs: ["group"]
    case .edition: ["only"]
    case .include: ["file"]
    }
  }

  /// The attribute that it must have.
  var requiredAttribute: String? {
    switch self {
    case .edition: "only"
    case .include: "file"
    default: nil
    }
  }

  /// Whether square brackets with a title may follow the name.
  var takesLabel: Bool {
    switch self {
    case .tabs, .edition, .include: false
    default: true
    }
  }

  /// How it is written, for hints.
  var example: String {
    switch self {
    case .note, .tip, .important, .warning, .caution: ":::\(rawValue)[Title]"
    case .details: ":::details[Title]"
    case .tabs: "::::tabs{group=os}"
    case .tab: ":::tab[Title]"
    case .edition: ":::edition{only=cloud}"
    case .include: "::include{file=steps.md}"
    }
  }
}

/// The kinds of callouts: GitHub's alerts.
enum Callout: String, CaseIterable, Sendable {
  case note, tip, important, warning, caution
}
