import Glibc
import Office
import OperatingSystem
import Terminal

/// Where an export goes: standard output, or a file that is there whole or not at all.
final class ExportOutput: ExportSink {
  private static let capacity = 256 * 1024
  private let console: Console
  /// Nil for standard output; its draft is nil where nothing is replaced.
  private let file: (path: String, draft: String?, descriptor: Int32)?
  private var pending: [UInt8] = []
  private var isFinished = false

  /// - Parameter path: `-` is standard output. What is there and no file, such as a pipe, is
  ///   written to as it is.
  init(_ path: String, _ console: Console) throws {
    self.console = console
    if path == "-" {
      file = nil
    } else {
      let draft = OutputFile.isReplaceable(path) ? "\(path).\(getpid()).new" : nil
      let flags = draft == nil ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL
      let descriptor = open(draft ?? path, flags | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw OutputFault(path: path, number: errno) }
      file = (path, draft, descriptor)
    }
  }

  /// A file that was not finished is taken away.
  deinit {
    guard let file else { return }
    close(file.descriptor)
    if !isFinished, let draft = file.draft { unlink(draft) }
  }

  /// False once nobody reads the output any longer.
  var isOpen: Bool { file != nil || console.isWritable }

  /// Adds a line.
  func write(_ line: [UInt8]) throws {
    pending += line
    pending.append(UInt8(ascii: "\n"))
    if pending.count >= Self.capacity { try drain() }
  }

  /// Everything is written, and kept across a loss of power.
  func finish() throws {
    try drain()
    guard let file, let draft = file.draft else { return }
    guard fsync(file.descriptor) == 0, rename(draft, file.path) == 0 else {
      throw OutputFault(path: file.path, number: errno)
    }
    isFinished = true
  }

  private func drain() throws {
    defer { pending.removeAll(keepingCapacity: true) }
    guard let file else { return console.write(pending) }
    do { try Descriptor.write(pending, to: file.descriptor) } catch {
      throw OutputFault(path: file.path, number: error.number)
    }
  }
}

extension WriteFault {
  var number: Int32 {
    switch self {
    case .closedPipe: EPIPE
    case .failed(let number): number
    }
  }
}
