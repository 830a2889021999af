import Bilingual
import CivilTime
import Glibc
import Office
import OperatingSystem
import Postgres
import Presentation
import PrivateServer
import Terminal
import Wording

/// What a person reads when a command fails, and the status it ends with.
struct Failure {
  private(set) var wording: any Worded
  private(set) var exitCode: ExitCode

  init(_ error: any Error) {
    switch error {
    case let error as DeskError: (wording, exitCode) = (error, .usage)
    case let error as TimeZoneError: (wording, exitCode) = (error, error.exitCode)
    case let error as ConfigurationFault: (wording, exitCode) = (error, .usage)
    case let error as ClusterError: (wording, exitCode) = (error, .unavailable)
    case let error as DirectoryFault: (wording, exitCode) = (error, .usage)
    case let error as ProcessInput.Fault: (wording, exitCode) = (error, .usage)
    case let error as UnnamedTimeZone: (wording, exitCode) = (error, .usage)
    case let error as LockBusy: (wording, exitCode) = (Plain("\(error)"), .unavailable)
    case let error as TargetError: (wording, exitCode) = (error, .usage)
    case let error as OutputFault: (wording, exitCode) = (error, .ioError)
    case let error as OutputFormFault: (wording, exitCode) = (error, .usage)
    case let error as TamperedEvent: (wording, exitCode) = (error, .tampering)
    case let error as SystemError: (wording, exitCode) = (Plain("\(error)"), .ioError)
    case let error as RenderingError: (wording, exitCode) = (error, error.exitCode)
    case let error as PromptFault: (wording, exitCode) = (error, error.exitCode)
    default:
      let failure = OfficeFailure(
        error, again: Again(line: Surroundings.commandLine, repetition: Repetition.line))
      (wording, exitCode) = (failure.wording, failure.exitCode)
    }
    if Repetition.isRepetition, StillInDoubt.leaves(error) {
      wording = StillInDoubt(cause: wording)
      if exitCode == .unavailable { exitCode = .temporary }
    }
  }

  func text(in language: Language) -> String {
    DisplayText.block(wording.text(in: language).rendered(in: language))
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
