package import Bilingual
import OperatingSystem

extension Console {
  /// The status of a program whose reader went away, as shells count it: 128 + `SIGPIPE`.
  package static let closedPipeStatus: Int32 = 141

  /// Writes what is left and returns the status to exit with. A failure of the command itself goes
  /// before one of the output; a closed pipe is quiet, any other failed write is told.
  package func finish(_ code: ExitCode, language: Language) -> Int32 {
    let fault = flush()
    if case .failed(let number) = fault {
      note(TerminalText.outputFailed(Descriptor.reason(number), language))
    }
    guard code == .ok else { return code.rawValue }
    return switch fault {
    case nil: code.rawValue
    case .closedPipe: Self.closedPipeStatus
    case .failed: ExitCode.ioError.rawValue
    }
  }
}
