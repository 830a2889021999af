package import CanonicalJSON
package import Domain
package import Office
package import ReadModels
import Shapes

/// What is done to a database, for programs.
extension JSON {
  package static var serverStarted: JSON { ["started": true] }
  package static var serverStopped: JSON { ["stopped": true] }

  /// That a role may work.
  package static func letIn(_ role: String) -> JSON { ["role": .string(role)] }

  /// - Parameters:
  ///   - missing: members who can't log in.
  ///   - made: those whose logins were made.
  package static func restored(
    from file: String, withoutLogin missing: [Account], loginsMade made: [Account]
  ) -> JSON {
    ["file": .string(file), "withoutLogin": .texts(missing), "loginsMade": .texts(made)]
  }

  /// - Parameter trial: nil where none was asked for.
  package static func backedUp(to file: String, _ trial: BackupTrial?) -> JSON {
    ["file": .string(file), "verified": trial?.json ?? .null]
  }
}

extension DataUpgrade {
  package var json: JSON {
    .thing(["from": JSON(from), "to": JSON(to), "kept": JSON(kept)])
  }
}

extension Installation.Result {
  /// - Parameter kept: how many reports of closed reviews were kept by it.
  package func json(reportsKept kept: Int) -> JSON {
    [
      "applied": JSON(applied), "rebuilt": rebuilt?.json ?? .null, "reportsKept": JSON(kept),
    ]
  }
}

extension RebuildReport {
  package var json: JSON {
    ["departments": JSON(departments), "events": JSON(events), "changed": JSON(changed)]
  }
}

extension BackupTrial {
  fileprivate var json: JSON {
    [
      "departments": JSON(departments), "events": JSON(events), "differing": JSON(differing),
      "missing": JSON(missing),
    ]
  }
}

extension [ReplicaStep] {
  package func json(isDryRun: Bool) -> JSON {
    [
      "dryRun": JSON(isDryRun),
      "steps": .array(map { ["at": .string($0.side.rawValue), "sql": .string($0.sql)] }),
    ]
  }
}

extension Distribution {
  package var json: JSON {
    ["distributed": .bool(isNew), "citus": .string(version), "workers": .texts(workers)]
  }
}
