// swift-tools-version: 6.2
import PackageDescription

/// One strict set of compiler settings for every target of the house.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A target and its test target; `layers` names the targets it may import.
func room(_ name: String, _ layers: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: layers, swiftSettings: house)
}

func tests(
  of name: String, _ layers: [Target.Dependency] = [], beside files: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + layers, exclude: files,
    swiftSettings: house)
}

let package = Package(
  name: "pdca",
  products: [.executable(name: "pdca", targets: ["pdca"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    // Without its trait that brings Foundation along.
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),

    .executableTarget(name: "EmbedSchema", swiftSettings: house),
    .plugin(name: "SchemaPlugin", capability: .buildTool(), dependencies: ["EmbedSchema"]),
    .target(name: "Schema", swiftSettings: house, plugins: ["SchemaPlugin"]),

    room("CanonicalJSON"),
    room("CivilTime", ["Bilingual"]),
    room("Statistics"),
    room("Proof", ["CanonicalJSON", .product(name: "Crypto", package: "swift-crypto")]),
    room("Bilingual"),
    room(
      "OperatingSystem",
      [
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    room("Terminal", ["Bilingual", "OperatingSystem"]),
    room("Tables", ["Bilingual", "CivilTime"]),
    room("Postgres", ["CLibPQ", "CivilTime", "OperatingSystem"]),
    room("PrivateServer", ["Postgres", "OperatingSystem"]),
    room("Domain", ["CanonicalJSON", "CivilTime"]),
    room(
      "EventLog",
      [
        "Postgres", "CanonicalJSON", "CivilTime",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room(
      "ReadModels",
      ["Domain", "EventLog", "Postgres", "Schema", "CanonicalJSON", "CivilTime"]),
    room(
      "Tracker", ["Domain", "EventLog", "ReadModels", "Postgres", "CanonicalJSON", "CivilTime"]),
    room("Wording", ["Bilingual", "Domain", "Statistics", "CivilTime", "Tables"]),
    room("Shapes", ["Domain", "ReadModels", "CanonicalJSON", "CivilTime"]),
    room(
      "Reviews",
      [
        "Bilingual", "Domain", "Statistics", "ReadModels", "Shapes", "Wording", "CanonicalJSON",
        "CivilTime",
      ]),
    room(
      "Office",
      [
        "Bilingual", "CanonicalJSON", "CivilTime", "OperatingSystem", "Statistics", "Postgres",
        "Schema", "Domain",
        "EventLog", "ReadModels", "Tracker", "Reviews", "Proof",
      ]),
    room(
      "Presentation",
      [
        "Bilingual", "Domain", "EventLog", "Statistics", "ReadModels", "Shapes", "Tracker",
        "Reviews",
        "Office", "Wording", "Terminal", "CanonicalJSON", "CivilTime",
      ]),
    .executableTarget(
      name: "pdca",
      dependencies: [
        "Bilingual", "CanonicalJSON", "CivilTime", "Statistics", "Terminal", "Tables",
        "OperatingSystem",
        "Postgres", "PrivateServer", "Schema", "Domain", "EventLog",
        "ReadModels", "Shapes", "Tracker", "Wording", "Reviews", "Proof", "Office",
        "Presentation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house,
      linkerSettings: [
        // The libraries' names are looked up in the program first: it starts a quarter sooner when
        // it has none to offer.
        .unsafeFlags(["-Xlinker", "--no-export-dynamic"], .when(configuration: .release))
      ]),

    .target(
      name: "TestSupport",
      dependencies: [
        "CanonicalJSON", "OperatingSystem", "Postgres", "PrivateServer", "Schema", "EventLog",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/TestSupport",
      swiftSettings: house),
    .target(
      name: "SimulatedYear",
      dependencies: [
        "CanonicalJSON", "CivilTime", "Domain", "EventLog", "Proof", "TestSupport",
      ],
      path: "Tests/SimulatedYear", swiftSettings: house),
    .executableTarget(
      name: "review-bench",
      dependencies: [
        "CanonicalJSON", "CivilTime", "Domain", "SimulatedYear", "Statistics",
      ],
      path: "Tests/ReviewBench", swiftSettings: house),
    tests(of: "CanonicalJSON"),
    tests(of: "CivilTime"),
    tests(of: "Statistics"),
    tests(of: "Proof", ["CanonicalJSON", .product(name: "Crypto", package: "swift-crypto")]),
    tests(of: "OperatingSystem"),
    tests(of: "Terminal", ["Bilingual", "OperatingSystem"]),
    tests(of: "Tables", ["TestSupport", "CivilTime"]),
    tests(of: "Postgres", ["TestSupport", "CivilTime", "OperatingSystem"]),
    tests(of: "PrivateServer", ["TestSupport", "Postgres", "OperatingSystem"]),
    tests(of: "Domain", ["CanonicalJSON", "CivilTime"], beside: ["Golden"]),
    tests(
      of: "EventLog",
      ["Postgres", "PrivateServer", "CanonicalJSON", "CivilTime", "OperatingSystem", "TestSupport"]),
    tests(
      of: "ReadModels",
      ["Domain", "EventLog", "Postgres", "CanonicalJSON", "CivilTime", "TestSupport"]
    ),
    tests(
      of: "Tracker",
      [
        "Domain", "EventLog", "ReadModels", "Postgres", "PrivateServer", "CanonicalJSON",
        "CivilTime", "TestSupport",
      ]),
    tests(
      of: "Wording", ["Bilingual", "Domain", "Statistics", "CivilTime", "Tables", "Terminal"]),
    tests(
      of: "Reviews",
      [
        "Bilingual", "Domain", "Statistics", "ReadModels", "Wording", "Presentation", "Terminal",
        "CanonicalJSON", "CivilTime", "Postgres", "OperatingSystem", "TestSupport",
      ]),
    tests(
      of: "Presentation",
      [
        "Bilingual", "Domain", "Statistics", "ReadModels", "Reviews", "Wording", "Terminal",
        "CanonicalJSON", "CivilTime", "TestSupport",
      ]),
    tests(
      of: "Office",
      [
        "CivilTime", "Domain", "EventLog", "Postgres", "ReadModels", "Reviews", "Tracker",
        "TestSupport",
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "CanonicalJSON", "CivilTime", "Domain", "EventLog", "OperatingSystem", "Postgres",
        "PrivateServer", "SimulatedYear", "Terminal", "TestSupport",
      ],
      exclude: [
        "Help/en.txt", "Help/ja.txt", "Pinned/nothing.txt", "Pinned/story.txt",
        "Pinned/story.en.txt",
        "Pinned/story.ja.txt",
        "Past/ClosedReviews",
      ],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
