// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "spravka",
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "CTheme", exclude: ["preview", "starter"]),
    .target(name: "Mustache", swiftSettings: strict),
    .target(
      name: "SpravkaKit",
      dependencies: ["CCmark", "CLinux", "CStemmer", "CYAML", "CZlib", "CTheme", "Mustache"],
      swiftSettings: strict),
    .target(
      name: "SpravkaServer", dependencies: ["CMicroHTTPD", "SpravkaKit"], swiftSettings: strict),
    .executableTarget(
      name: "spravka", dependencies: ["SpravkaKit", "SpravkaServer"], swiftSettings: strict,
      // An identity for every program that is linked: a build's mark records which one made it.
      linkerSettings: [.unsafeFlags(["-Xlinker", "--build-id=sha1"])]),
    .testTarget(name: "MustacheTests", dependencies: ["Mustache"], swiftSettings: strict),
    .testTarget(
      name: "ServerTests", dependencies: ["SpravkaServer", "SpravkaKit"], swiftSettings: strict),
    .testTarget(
      name: "BrowserTests", dependencies: ["SpravkaKit"], exclude: ["Readers"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["spravka", "SpravkaKit"], swiftSettings: strict),
    .testTarget(
      name: "GoldenTests", dependencies: ["SpravkaKit"], exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "SpravkaKitTests", dependencies: ["SpravkaKit", "Mustache"],
      exclude: ["Parse/Fixtures", "Text/Fixtures"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
