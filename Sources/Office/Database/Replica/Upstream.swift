package import Postgres

/// Which server a reporting server has its log from.
package struct Upstream: Sendable, Equatable {
  /// As people are told: host, port and database.
  package let place: String
  /// As libpq reads it, without a password.
  package let address: String
  /// The subscription here, and the slot at the primary.
  package let name: String

  package init(place: String, address: String, name: String) {
    (self.place, self.address, self.name) = (place, address, name)
  }

  /// Nil for a database whose log is its own.
  package init?(in session: Session) throws {
    let found = try session.first(
      "SELECT u.place, u.address, u.subscription::text FROM log.upstream u"
    ) { Upstream(place: try $0.text(0), address: try $0.text(1), name: try $0.text(2)) }
    guard let found else { return nil }
    self = found
  }
}

/// Where a statement is run.
package enum ReplicaSide: String, Sendable { case primary, replica }

/// A script that is run as it stands, or shown to who runs it themselves.
package struct ReplicaStep: Sendable, Equatable {
  package let side: ReplicaSide
  package let sql: String
}

/// Why a reporting server can't be made, looked at or removed.
package enum ReplicaError: Error, Sendable, Equatable {
  /// The primary's `wal_level`.
  case walLevel(String)
  /// Who asks isn't a superuser, whom PostgreSQL wants for this.
  case needsSuperuser(role: String, on: ReplicaSide)
  /// What the role lacks that the subscription connects as.
  case roleLacks(role: String, [String])
  /// Publications that the primary lacks, or that publish something else.
  case notPublished([String])
  /// The primary's schema is newer than the reporting server's.
  case primaryIsNewer
  case primaryHasNoSchema
  case replicaHasNoSchema
  /// A log stands there that is its own.
  case notEmpty
  case alreadyReplica(of: String)
  case primaryIsReplica(of: String)
  case sameDatabase
  /// The reporting server's log begins otherwise than the primary's.
  case otherLog
  case badName(String)
  /// Somebody else's, as far as can be told.
  case slotTaken(String)
  /// What wasn't sent is gone: the slot is missing, or the primary has dropped its WAL.
  case slotLost(String)
  case slotActive(String)
  case noSlot(String)
  case notReplica
  case primaryUnreachable(place: String, reason: String)
}
