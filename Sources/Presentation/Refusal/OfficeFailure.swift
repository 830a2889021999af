package import Bilingual
package import EventLog
import Glibc
package import Office
package import Orders
package import Postgres
package import ReadModels
package import Tables
package import Terminal
package import Wording

/// What a person reads when the office fails, whichever door asks, and the status of it.
package struct OfficeFailure {
  package let wording: any Worded
  package let exitCode: ExitCode

  /// - Parameter again: nil for a door that asks again by itself.
  package init(_ error: any Error, again: Again? = nil) {
    switch error {
    case let error as OfficeError: (wording, exitCode) = (error, error.exitCode)
    case let error as InputFault: (wording, exitCode) = (error, error.exitCode)
    case let error as TableFault: (wording, exitCode) = (error, error.exitCode)
    case let error as ActionFileFault: (wording, exitCode) = (error, .dataError)
    case let error as ObservationHeaderFault: (wording, exitCode) = (error, .dataError)
    case let error as ArchiveLineFault: (wording, exitCode) = (error, .dataError)
    case let error as ReportsFileFault: (wording, exitCode) = (error, error.exitCode)
    case let error as ColumnFault: (wording, exitCode) = (error, .dataError)
    case let error as FileTermFault: (wording, exitCode) = (error, .dataError)
    case let error as AuditError: (wording, exitCode) = (error, error.exitCode)
    case let error as MomentError: (wording, exitCode) = (error, .usage)
    case let error as OrderError: (wording, exitCode) = (error, error.exitCode)
    case let error as SavedThenFailed:
      (wording, exitCode) = (SavedTrouble(error, again), .temporary)
    case let error as AppendError: (wording, exitCode) = (error, error.exitCode)
    case let error as PostgresError where error.sqlState == "PD030":
      let refused = AppendError.onReplica(primary: error.serverError?.detail ?? "")
      (wording, exitCode) = (refused, refused.exitCode)
    case let error as PostgresError:
      (wording, exitCode) = (DatabaseTrouble(error, again), error.exitCode)
    case let error as ProjectionError: (wording, exitCode) = (error, error.exitCode)
    case let error as SchemaError: (wording, exitCode) = (Plain("\(error)"), .unavailable)
    case let error as ReplicaError: (wording, exitCode) = (error, error.exitCode)
    case let error as SharingFault: (wording, exitCode) = (error, error.exitCode)
    case let error as PeopleFault: (wording, exitCode) = (error, error.exitCode)
    case let error as DistributionFault: (wording, exitCode) = (error, error.exitCode)
    case let error as any Worded:
      (wording, exitCode) = (error, error.isOfUnknown ? .usage : .rule)
    default: (wording, exitCode) = (Plain("\(error)"), .bug)
    }
  }
}

/// A text that has one language only, such as the system's own.
package struct Plain: Worded {
  package let text: String
  package init(_ text: String) { self.text = text }
  package var refused: Phrase { Phrase(both: text) }
  package var steps: [Step] { [] }
}

extension OfficeError {
  package var exitCode: ExitCode {
    switch self {
    // What is asked for is understood; the log only lacks what it needs.
    case .unmeasured: .rule
    case .clocksApart, .onStandby: .unavailable
    case .unreadable, .outsideGroup: .notPermitted
    case .notBackup: .dataError
    case .programFailed(_, let output):
      output.contains(String(cString: strerror(ENOSPC))) ? .ioError : .unavailable
    case .noSchema, .outdatedSchema, .newerSchema, .unknown, .notReadable, .noDepartment, .noRole,
      .notPrivate, .notEmpty:
      .usage
    }
  }
}

extension TableFault {
  package var exitCode: ExitCode {
    switch self {
    case .unknownEncoding, .unknownDelimiter, .unknownSheet, .needlessOption: .usage
    case .noLibrary, .noConversion: .unavailable
    case .foreignEncoding, .strangeEncoding, .encodingUnclear, .otherFile, .delimiterUnclear,
      .notWorkbook, .brokenWorkbook, .tooLargeInside, .doctype:
      .dataError
    case .notWritten: .ioError
    }
  }
}

extension OrderError {
  package var exitCode: ExitCode {
    switch self {
    case .notFounded, .unknownDepartment: .usage
    case .departmentClosed: .rule
    case .conflict: .staleVersion
    case .stopped: .stopped
    case .unreadable(_, _, .newer): .usage
    case .unreadable(_, _, .spoiled): .tampering
    }
  }
}

extension ProjectionError {
  package var exitCode: ExitCode {
    switch self {
    case .notBuilt, .builtOtherwise: .usage
    case .notKeeper: .notPermitted
    case .strangeStream, .nulInText, .strangeActor: .bug
    }
  }
}

extension AppendError {
  package var exitCode: ExitCode {
    switch self {
    case .staleVersion: .staleVersion
    case .commandReused, .departmentTaken, .notRedactable, .notExcludable: .rule
    case .logNotEmpty: .usage
    case .notImportable: .dataError
    case .unknownDepartment: .usage
    case .forbidden, .notPermitted, .nobodysLogin: .notPermitted
    case .notKeepable: .tampering
    case .onReplica: .unavailable
    case .wrongIsolation, .malformedEvent, .appendOnly: .bug
    }
  }
}

extension PostgresError {
  package var exitCode: ExitCode {
    if outcomeIsUnknown { return .temporary }
    return switch self {
    case .notPermitted: .notPermitted
    case .diskFull: .ioError
    case .interrupted: .interrupted
    case .connectionFailed(_, let state) where state?.code.hasPrefix("28") == true: .notPermitted
    case .connectionFailed, .connectionLost, .tooManyConnections, .deadlineExceeded, .rolledBack,
      .settingsNotKept, .sharedSession, .blocked:
      .unavailable
    case .server(let error): ServerCondition(error)?.exitCode ?? .bug
    case .nulInText: .rule
    default: .bug
    }
  }
}
