package import PrivateServer

/// A private server's data on this machine's newest PostgreSQL, the same in every log.
package struct DataUpgrade: Sendable, Equatable {
  /// Major versions of PostgreSQL; the same where the data were of the newest already.
  package let from: Int
  package let to: Int
  /// Where the old data are kept; nil where nothing was to be done.
  package let kept: String?

  /// - Parameter old: where the old version's programs are; nil for the usual place.
  /// - Throws: `ClusterError`.
  package static func run(_ cluster: LocalCluster, old: String?) async throws -> DataUpgrade {
    let upgrade = try await cluster.upgrade(old: old) { try LogRoots(of: $0) }
    if let upgrade {
      return DataUpgrade(from: upgrade.from, to: upgrade.to, kept: upgrade.kept)
    }
    let version = cluster.dataVersion ?? 0
    return DataUpgrade(from: version, to: version, kept: nil)
  }
}
