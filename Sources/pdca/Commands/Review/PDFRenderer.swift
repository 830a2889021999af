import Glibc
import Postgres
import Terminal

/// Turns a page into a PDF by WeasyPrint, a program of its own: it is given the page alone, fetches
/// nothing since the page names nothing, and has only so long.
struct PDFRenderer {
  static let program = "weasyprint"
  let deadline: Duration

  /// `PDCA_PDF_DEADLINE` in seconds, or 120.
  init() throws { deadline = try Surroundings.seconds("PDCA_PDF_DEADLINE", usually: 120) }

  /// Makes the file at the path; what is there afterwards is whole only if this returns.
  func render(_ page: String, to path: String) throws {
    let input = try Self.unnamedFile(holding: page)
    defer { close(input) }
    let messages = try Self.unnamedFile(holding: "")
    defer { close(messages) }
    let status = try run(path, input, messages)
    guard status == 0 else {
      lseek(messages, 0, SEEK_SET)
      throw RenderingError.failed(output: Self.lastLine(of: TextFile.rest(of: messages)))
    }
  }

  private func run(_ path: String, _ input: Int32, _ messages: Int32) throws -> Int32 {
    let child: ChildProcess
    do {
      child = try ChildProcess.start(
        [Self.program, "--quiet", "--encoding", "utf-8", "--base-url", "about:blank", "-", path],
        input: input, output: messages)
    } catch let error as SystemError where error.code == ENOENT {
      throw RenderingError.missing
    }
    let end = ContinuousClock.now + deadline
    while ContinuousClock.now < end {
      if let status = child.exitIfEnded() { return status }
      usleep(10_000)
    }
    kill(child.pid, SIGKILL)
    child.waitForExit()
    throw RenderingError.late(deadline)
  }

  /// A file that only this process and its children can reach, to be read from its start.
  private static func unnamedFile(holding text: String) throws -> Int32 {
    var name = Array("\(Surroundings.variables["TMPDIR"] ?? "/tmp")/pdca-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw SystemError("make a file for the page") }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(name)
    do { try Descriptor.write(Array(text.utf8), to: descriptor) } catch {
      close(descriptor)
      throw error
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  private static func lastLine(of text: String) -> String {
    text.split(separator: "\n").last.map(String.init) ?? ""
  }
}
