import CLibPQ

/// Warnings and notices of the exchange that is going on.
final class NoticeLog {
  private(set) var notices: [ServerError] = []

  func clear() { notices.removeAll(keepingCapacity: true) }

  /// The log must live as long as the connection.
  func attach(to connection: OpaquePointer) {
    _ = PQsetNoticeReceiver(
      connection,
      { log, result in
        guard let log, let notice = ServerError(result) else { return }
        Unmanaged<NoticeLog>.fromOpaque(log).takeUnretainedValue().notices.append(notice)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// What the server said before it hung up on an idle connection.
  var farewell: ServerError? { notices.first { $0.endsConnection } }

  /// A commit that stopped waiting for a standby says so only in a warning. The name of the
  /// server's function doesn't depend on the server's language; the text is for other builds.
  var canceledReplicationWait: ServerError? {
    notices.first {
      $0.sourceFunction == "SyncRepWaitForLSN"
        || $0.message.contains("wait for synchronous replication")
    }
  }
}
