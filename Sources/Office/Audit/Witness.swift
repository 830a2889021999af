import OperatingSystem
import Proof

/// Somebody who signs that they were shown a checkpoint, and only one that continues what they were
/// shown before (C2SP tlog-witness): a log that is written anew is noticed by them.
package struct Witness: Sendable {
  /// What `/add-checkpoint` is added to.
  package let address: String

  /// Nil for what is no address of HTTPS; on this machine HTTP will do.
  package init?(_ address: String) {
    let local = ["http://127.0.0.1", "http://[::1]", "http://localhost"].contains { start in
      address.hasPrefix(start) && [":", "/", nil].contains(address.dropFirst(start.count).first)
    }
    guard address.hasPrefix("https://") || local, !address.contains(where: \.isWhitespace) else {
      return nil
    }
    self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
  }

  /// What became of a checkpoint that was shown.
  package enum Answer: Sendable, Equatable {
    /// Signature lines.
    case cosigned(String)
    /// It was shown another size last.
    case shown(size: Int)
    case refused(String)
  }

  private static let patience = Duration.seconds(40)

  /// Through curl, which checks the certificate and follows no redirect.
  /// - Parameter request: a consistency proof's text.
  package func add(_ request: String) async -> Answer {
    let curl = Program([
      "curl", "--silent", "--show-error", "--max-time", "30", "--max-filesize", "65536",
      "--proto", "=https,http", "--write-out", "\n%{http_code}", "--data-binary", "@-",
      "\(address)/add-checkpoint",
    ])
    do {
      let outcome = try await curl.run(input: request, within: Self.patience)
      guard outcome.status == 0 else { return .refused(trimmed(outcome.output)) }
      return Self.read(outcome.output)
    } catch is Program.Late {
      return .refused("no answer within 40 s")
    } catch {
      return .refused("\(error)")
    }
  }

  /// A body and, behind its last line break, the status.
  static func read(_ output: String) -> Answer {
    guard let gap = output.lastIndex(of: "\n") else { return .refused(output) }
    let (body, status) = (String(output[..<gap]), output[output.index(after: gap)...])
    switch status {
    case "200": return .cosigned(body)
    case "409":
      if let size = Int(trimmed(body)), size >= 0 { return .shown(size: size) }
      return .refused("409 \(trimmed(body))")
    default: return .refused("\(status) \(trimmed(body).prefix(200))")
    }
  }
}

/// What a witness said of one checkpoint.
package enum WitnessNews: Sendable, Equatable {
  case cosigned(department: String, size: Int, by: [String])
  case refused(department: String, size: Int, witness: String, reason: String)
}

extension AuditOffice {
  /// Shows a checkpoint that was sealed to a witness, and keeps its signature beside the own.
  /// - Throws: `AuditError.shownMore`: the log was cut off, or is an older one.
  package func show(
    _ sealed: Sealing.Sealed, to witness: Witness, _ sealing: Sealing
  ) async throws -> WitnessNews {
    let (department, size) = (sealed.department, sealed.checkpoint.size)
    let known = try sealing.keys.verifiers().filter(\.isWitness).map(\.key)
    var signed = try CheckpointFolder.read(sealed.path).signed
    var shown = try sealing.history(of: department, logs).newestShown(to: known, below: size)
    // A witness that remembers another size says so; then that is where the proof begins.
    for _ in 0..<2 {
      let request = try await request(from: shown, to: signed, of: department)
      switch await witness.add(request) {
      case .cosigned(let lines):
        do {
          let names = try signed.add(lines, of: known).map(\.key.name)
          try sealing.folder.write(signed)
          return .cosigned(department: department, size: size, by: names)
        } catch let error as NoteError {
          return .refused(
            department: department, size: size, witness: witness.address, reason: "\(error)")
        }
      case .shown(let other) where other > size:
        throw AuditError.shownMore(
          witness: witness.address, department: department, size: other, now: size)
      case .shown(let other): shown = other
      case .refused(let reason):
        return .refused(
          department: department, size: size, witness: witness.address, reason: reason)
      }
    }
    return .refused(
      department: department, size: size, witness: witness.address,
      reason: "409 \(shown)")
  }

  private func request(
    from size: Int, to signed: SignedCheckpoint, of department: String
  ) async throws -> String {
    let old = Checkpoint(origin: signed.checkpoint.origin, size: size, root: [])
    guard size > 0 else { return ConsistencyProof(from: old, [], to: signed).text }
    return try await perform { session in
      var wanted = RangeRoots(
        MerkleTree.consistencyRanges(from: size, to: signed.checkpoint.size))
      try LogScan.leaves(of: department, upTo: signed.checkpoint.size, in: session) {
        wanted.append($0)
      }
      return ConsistencyProof(from: old, wanted.roots, to: signed).text
    }
  }
}

extension KeptHistory {
  /// The largest size below this one that one of the keys signed; 0 without any.
  func newestShown(to witnesses: [VerifierKey], below size: Int) -> Int {
    let names = Set(witnesses.map(\.key))
    return kept.filter { entry in
      entry.key < size && entry.value.signed.note.signatures.contains { names.contains($0.key) }
    }.keys.max() ?? 0
  }
}
