import Bilingual
import CivilTime
import EventLog
import Glibc
import Office
import OperatingSystem
import Postgres
import PrivateServer
import ReadModels
import Tables
import Terminal
import Tracker
import Wording

/// What a person reads when a command fails, and the status it ends with.
struct Failure {
  let wording: any Worded
  let exitCode: ExitCode

  init(_ error: any Error) {
    switch error {
    case let error as DeskError: (wording, exitCode) = (error, error.exitCode)
    case let error as OfficeError: (wording, exitCode) = (error, error.exitCode)
    case let error as MomentError: (wording, exitCode) = (error, .usage)
    case let error as TimeZoneError: (wording, exitCode) = (error, error.exitCode)
    case let error as AuditError: (wording, exitCode) = (error, error.exitCode)
    case let error as TrackerError: (wording, exitCode) = (error, error.exitCode)
    case let error as SavedThenFailed: (wording, exitCode) = (error, .temporary)
    case let error as AppendError: (wording, exitCode) = (error, error.exitCode)
    case let error as PostgresError: (wording, exitCode) = (DatabaseTrouble(error), error.exitCode)
    case let error as ClusterError: (wording, exitCode) = (error, .unavailable)
    case let error as DirectoryFault: (wording, exitCode) = (error, .usage)
    case let error as ProcessInput.Fault: (wording, exitCode) = (error, .usage)
    case let error as UnnamedTimeZone: (wording, exitCode) = (error, .usage)
    case let error as LockBusy: (wording, exitCode) = (Plain("\(error)"), .unavailable)
    case let error as TargetError: (wording, exitCode) = (error, .usage)
    case let error as ProjectionError: (wording, exitCode) = (error, error.exitCode)
    case let error as SchemaError: (wording, exitCode) = (Plain("\(error)"), .unavailable)
    case let error as OutputFault: (wording, exitCode) = (error, .ioError)
    case let error as OutputFormFault: (wording, exitCode) = (error, .usage)
    case let error as ArchiveLineFault: (wording, exitCode) = (error, .dataError)
    case let error as ReportsFileFault: (wording, exitCode) = (error, error.exitCode)
    case let error as TamperedEvent: (wording, exitCode) = (error, .tampering)
    case let error as SystemError: (wording, exitCode) = (Plain("\(error)"), .ioError)
    case let error as TableFault: (wording, exitCode) = (error, error.exitCode)
    case let error as RecordFault: (wording, exitCode) = (error, .dataError)
    case let error as ColumnFault: (wording, exitCode) = (error, .dataError)
    case let error as FileTermFault: (wording, exitCode) = (error, .dataError)
    case let error as RenderingError: (wording, exitCode) = (error, error.exitCode)
    case let error as PromptFault: (wording, exitCode) = (error, error.exitCode)
    case let error as any Worded:
      (wording, exitCode) = (error, error.isOfUnknown ? .usage : .rule)
    default: (wording, exitCode) = (Plain("\(error)"), .bug)
    }
  }

  func text(in language: Language) -> String {
    DisplayText.block(wording.text(in: language).rendered(in: language))
  }
}

/// A text that has one language only, such as the system's own.
struct Plain: Worded {
  let text: String
  init(_ text: String) { self.text = text }
  var refused: Phrase { Phrase(both: text) }
  var steps: [Step] { [] }
}

extension DeskError {
  var exitCode: ExitCode {
    switch self {
    case .programFailed(_, let output):
      output.contains(Descriptor.reason(ENOSPC)) ? .ioError : .unavailable
    default: .usage
    }
  }
}

extension OfficeError {
  var exitCode: ExitCode {
    switch self {
    // What is asked for is understood; the log only lacks what it needs.
    case .unmeasured: .rule
    case .noSchema, .outdatedSchema, .newerSchema, .unknown, .notReadable: .usage
    }
  }
}

extension TableFault {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .unknownEncoding, .unknownDelimiter, .unknownSheet: .usage
    case .noLibrary, .noConversion: .unavailable
    case .foreignEncoding, .encodingUnclear, .otherFile, .delimiterUnclear, .notWorkbook,
      .brokenWorkbook, .tooLargeInside, .doctype:
      .dataError
    case .notWritten: .ioError
    }
  }
}

extension TimeZoneError {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .invalidIdentifier, .unknownZone: .usage
    case .noDatabase, .malformed: .ioError
    }
  }
}

extension TrackerError {
  var exitCode: ExitCode {
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
  fileprivate var exitCode: ExitCode {
    switch self {
    case .notBuilt, .builtOtherwise: .usage
    case .strangeStream, .nulInText, .strangeActor: .bug
    }
  }
}

extension AppendError {
  var exitCode: ExitCode {
    switch self {
    case .staleVersion: .staleVersion
    case .commandReused, .departmentTaken, .notRedactable: .rule
    case .logNotEmpty: .usage
    case .notImportable: .dataError
    case .unknownDepartment: .usage
    case .forbidden: .notPermitted
    case .notKeepable: .tampering
    case .wrongIsolation, .malformedEvent, .appendOnly: .bug
    }
  }
}

extension PostgresError {
  var exitCode: ExitCode {
    if outcomeIsUnknown { return .temporary }
    return switch self {
    case .notPermitted: .notPermitted
    case .diskFull: .ioError
    case .interrupted: .interrupted
    case .connectionFailed(_, let state) where state?.code.hasPrefix("28") == true: .notPermitted
    case .connectionFailed, .connectionLost, .tooManyConnections, .deadlineExceeded, .rolledBack:
      .unavailable
    case .server(let error): ServerCondition(error)?.exitCode ?? .bug
    case .nulInText: .rule
    default: .bug
    }
  }
}
