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
  products: [
    .executable(name: "pdca", targets: ["pdca"]),
    .executable(name: "pdca-server", targets: ["pdca-server"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    // Without its trait that brings Foundation along.
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
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
    room("Mail", ["Tables", "Proof"]),
    room(
      "Postgres",
      [
        "CLibPQ", "CivilTime", "OperatingSystem", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room("PrivateServer", ["Postgres", "OperatingSystem"]),
    room("Domain", ["CanonicalJSON", "CivilTime"]),
    .target(
      name: "Subsidy", dependencies: ["Bilingual", "CanonicalJSON", "CivilTime", "Domain"],
      swiftSettings: house, plugins: ["SchemaPlugin"]),
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
      "Orders", ["Domain", "EventLog", "ReadModels", "Postgres", "CanonicalJSON", "CivilTime"]),
    room(
      "Tracker",
      ["Domain", "EventLog", "ReadModels", "Orders", "Postgres", "CanonicalJSON", "CivilTime"]),
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
        "PrivateServer", "Schema", "Domain", "Subsidy",
        "EventLog", "ReadModels", "Orders", "Tracker", "Reviews", "Proof", "Mail", "Tables",
      ]),
    room(
      "Presentation",
      [
        "Bilingual", "Domain", "EventLog", "Postgres", "Statistics", "ReadModels", "Shapes",
        "Orders", "Reviews", "Subsidy", "Proof", "Mail", "Tables",
        "Office", "Wording", "Terminal", "CanonicalJSON", "CivilTime",
      ]),
    room(
      "Page",
      [
        "Bilingual", "CanonicalJSON", "CivilTime", "OperatingSystem", "Statistics", "Postgres",
        "Domain", "EventLog", "ReadModels", "Shapes", "Tables", "Orders", "Wording", "Reviews",
        "Proof", "Office", "Presentation", "PrivateServer", "Terminal",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "JWTKit", package: "jwt-kit"),
      ]),
    room(
      "Sharing",
      [
        "Bilingual", "CanonicalJSON", "CivilTime", "OperatingSystem", "Postgres", "Domain",
        "EventLog", "ReadModels", "Orders", "Wording", "Reviews", "Office", "Presentation",
        "Proof",
        "Terminal",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room(
      "Assistant",
      [
        "Bilingual", "CanonicalJSON", "CivilTime", "OperatingSystem", "Statistics", "Postgres",
        "Domain", "EventLog", "ReadModels", "Shapes", "Orders", "Wording", "Reviews", "Office",
        "Presentation", "Terminal",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .executableTarget(
      name: "pdca-server",
      dependencies: [
        "CanonicalJSON", "OperatingSystem", "Postgres", "Office", "Page", "Sharing",
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "pdca",
      dependencies: [
        "Bilingual", "CanonicalJSON", "CivilTime", "Statistics", "Terminal", "Tables",
        "OperatingSystem",
        "Postgres", "PrivateServer", "Schema", "Domain", "EventLog",
        "ReadModels", "Shapes", "Orders", "Subsidy", "Wording", "Reviews", "Proof", "Office",
        "Presentation", "Assistant",
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
        "Bilingual", "CanonicalJSON", "CivilTime", "Domain", "Office", "Postgres", "Presentation",
        "PrivateServer", "ReadModels", "Reviews", "SimulatedYear", "Statistics", "Terminal",
        "Orders",
      ],
      path: "Tests/ReviewBench", swiftSettings: house),
    tests(of: "CanonicalJSON"),
    tests(of: "CivilTime"),
    tests(of: "Statistics"),
    tests(of: "Proof", ["CanonicalJSON", .product(name: "Crypto", package: "swift-crypto")]),
    tests(of: "OperatingSystem"),
    tests(of: "Terminal", ["Bilingual", "OperatingSystem"]),
    tests(of: "Tables", ["TestSupport", "CivilTime"]),
    tests(of: "Mail"),
    tests(of: "Postgres", ["TestSupport", "CivilTime", "OperatingSystem"]),
    tests(of: "PrivateServer", ["TestSupport", "Postgres", "OperatingSystem"]),
    tests(of: "Domain", ["CanonicalJSON", "CivilTime"], beside: ["Golden"]),
    tests(of: "Subsidy", ["Bilingual", "CanonicalJSON", "CivilTime", "Domain"]),
    tests(
      of: "EventLog",
      ["Postgres", "PrivateServer", "CanonicalJSON", "CivilTime", "OperatingSystem", "TestSupport"]),
    .testTarget(
      name: "AccessTests",
      dependencies: [
        "Domain", "EventLog", "ReadModels", "Postgres", "Schema", "CanonicalJSON", "CivilTime",
        "TestSupport",
      ],
      swiftSettings: house),
    tests(
      of: "ReadModels",
      ["Domain", "EventLog", "Postgres", "CanonicalJSON", "CivilTime", "TestSupport"]
    ),
    tests(
      of: "Tracker",
      [
        "Domain", "EventLog", "ReadModels", "Orders", "Postgres", "PrivateServer", "CanonicalJSON",
        "CivilTime", "TestSupport",
      ]),
    tests(
      of: "Wording",
      ["Bilingual", "Domain", "Statistics", "CivilTime", "Tables", "Terminal", "TestSupport"],
      beside: ["Shared/refusals.txt"]),
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
        "Bilingual", "CivilTime", "Domain", "EventLog", "Mail", "OperatingSystem", "Postgres",
        "Presentation", "Orders", "PrivateServer", "ReadModels", "Reviews", "Tables", "Wording",
        "TestSupport",
      ]),
    tests(
      of: "Page",
      [
        "TestSupport", "Bilingual", "CanonicalJSON", "CivilTime", "Domain", "EventLog",
        "OperatingSystem", "Postgres", "ReadModels", "Shapes", "Orders", "Reviews", "Office",
        "Presentation", .product(name: "JWTKit", package: "jwt-kit"),
      ]),
    tests(
      of: "Sharing",
      [
        "Bilingual", "CivilTime", "Domain", "EventLog", "Presentation", "Proof", "ReadModels",
        "TestSupport", "Orders", "Postgres", "Office", "CanonicalJSON", "OperatingSystem",
      ]),
    tests(
      of: "Assistant",
      [
        "TestSupport", "Bilingual", "CanonicalJSON", "CivilTime", "Domain", "EventLog", "Office",
        "Orders", "Postgres", "ReadModels",
      ], beside: ["Snapshots"]),
    // What guards the log: what it takes, what is found of attacks on it.
    .testTarget(
      name: "GuardTests",
      dependencies: [
        "CanonicalJSON", "CivilTime", "Domain", "EventLog", "Office", "OperatingSystem", "Postgres",
        "Orders", "Proof", "ReadModels", "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "CanonicalJSON", "CivilTime", "Domain", "EventLog", "OperatingSystem", "Postgres",
        "PrivateServer", "SimulatedYear", "Terminal", "TestSupport",
      ],
      exclude: [
        "Audit/witness.py", "Help/en.txt", "Help/ja.txt", "Pinned/nothing.txt", "Pinned/story.txt",
        "Pinned/story.en.txt",
        "Pinned/story.ja.txt",
        "Past/ClosedReviews",
      ],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)

// All tests are one program. While one room is worked on, PDCA_TESTS="PageTests DomainTests" leaves
// the others out, and saves what building them takes.
if let chosen = Context.environment["PDCA_TESTS"]?.split(separator: " ").map(String.init) {
  package.targets.removeAll { $0.type == .test && !chosen.contains($0.name) }
}
