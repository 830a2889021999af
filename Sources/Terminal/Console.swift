import Glibc
package import OperatingSystem
import Synchronization

/// Standard output, buffered, and standard error. After a write to the output failed the rest is
/// dropped, and `finish` says so in the exit status.
package final class Console: Sendable {
  private struct Output {
    var pending: [UInt8] = []
    var fault: WriteFault?
    var pager: Pager?
    /// Said on standard error when the pager is left.
    var remarks: [String] = []
  }

  /// Bytes kept back before they are written together.
  private static let capacity = 64 * 1024

  private let descriptor: Int32
  private let errorDescriptor: Int32
  private let output = Mutex(Output())

  /// Makes the process ignore `SIGPIPE`: a closed pipe then shows as a failed write.
  package init(output: Int32 = STDOUT_FILENO, errors: Int32 = STDERR_FILENO) {
    descriptor = output
    errorDescriptor = errors
    signal(SIGPIPE, SIG_IGN)
  }

  package var isTerminal: Bool { Descriptor.isTerminal(descriptor) }
  package var isErrorTerminal: Bool { Descriptor.isTerminal(errorDescriptor) }

  /// `COLUMNS` where that is a number, as POSIX has it; else the terminal's columns, or 80.
  package var width: Int {
    Environment.columns ?? Descriptor.terminalSize(descriptor)?.columns
      ?? Layout.widthWithoutTerminal
  }

  /// Whether a person said or a terminal tells how wide lines may be.
  package var hasWidth: Bool { Environment.columns != nil || isTerminal }

  /// False once a write failed: a long listing may stop.
  package var isWritable: Bool { output.withLock { $0.fault == nil } }

  /// Adds text to the output as it is; stored text goes through `safe(_:)` first.
  package func write(_ text: String) { write(Array(text.utf8)) }

  /// Adds bytes to the output as they are.
  package func write(_ bytes: [UInt8]) {
    output.withLock { output in
      guard output.fault == nil else { return }
      if output.pending.isEmpty { output.pending = bytes } else { output.pending += bytes }
      if output.pending.count >= Self.capacity { drain(&output) }
    }
  }

  /// Adds text that a person reads from its beginning: one that is longer than the terminal is high
  /// goes through the pager, and so does what follows, until the output is flushed.
  /// - Parameter pager: as a shell reads it; nil for none.
  package func page(_ text: String, through pager: String?) {
    if let pager, isTerminal, text.utf8.count(where: { $0 == 0x0A }) >= height { start(pager) }
    write(text)
  }

  private func start(_ command: String) {
    flush()
    output.withLock { if $0.pager == nil { $0.pager = Pager(command) } }
  }

  private var height: Int { max(2, Descriptor.terminalSize(descriptor)?.rows ?? 24) - 1 }

  package func line(_ text: String = "") { write(text + "\n") }

  package func lines(_ texts: [String]) {
    for text in texts { line(text) }
  }

  /// Writes what was kept back; returns why it failed, now or before.
  @discardableResult package func flush() -> WriteFault? {
    let (fault, remarks) = output.withLock { output in
      drain(&output)
      leave(&output)
      defer { output.remarks = [] }
      return (output.fault, output.remarks)
    }
    for remark in remarks { note(remark) }
    return fault
  }

  /// Waits until the person has seen enough.
  private func leave(_ output: inout Output) {
    guard let pager = output.pager else { return }
    let unseen = pager.end()
    output.pager = nil
    // A pager that is left early is no output that failed.
    if output.fault == .closedPipe { output.fault = nil }
    guard let unseen, output.fault == nil else { return }
    do { try Descriptor.write(unseen, to: descriptor) } catch { output.fault = error }
  }

  /// A line on standard error, after everything written so far. A failure there is not reported:
  /// there is nowhere left to report it.
  package func note(_ text: String) {
    let isLater = output.withLock { output in
      if output.pager != nil { output.remarks.append(text) }
      return output.pager != nil
    }
    if isLater { return }
    flush()
    try? Descriptor.write(Array((text + "\n").utf8), to: errorDescriptor)
  }

  private func drain(_ output: inout Output) {
    guard output.fault == nil, !output.pending.isEmpty else { return }
    do {
      if output.pager != nil {
        try output.pager?.write(output.pending)
      } else {
        try Descriptor.write(output.pending, to: descriptor)
      }
    } catch { output.fault = error }
    output.pending.removeAll(keepingCapacity: true)
  }
}
