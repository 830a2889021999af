import Glibc
import OperatingSystem

/// Turns a page into a PDF by WeasyPrint, a program of its own: it is given the page alone, fetches
/// nothing since the page names nothing, and has only so long.
struct PDFRenderer {
  static let program = "weasyprint"
  let deadline: Duration

  /// `PDCA_PDF_DEADLINE` in seconds, or 120.
  init() throws { deadline = try Surroundings.seconds("PDCA_PDF_DEADLINE", usually: 120) }

  /// Makes the file at the path; what is there afterwards is whole only if this returns.
  func render(_ page: String, to path: String) throws {
    let program = Program([
      Self.program, "--quiet", "--encoding", "utf-8", "--base-url", "about:blank", "-", path,
    ])
    let outcome: Program.Outcome
    do { outcome = try program.runHere(input: page, within: deadline) } catch is Program.Late {
      throw RenderingError.late(deadline)
    } catch let error as SystemError where error.code == ENOENT {
      throw RenderingError.missing
    }
    guard outcome.status == 0 else {
      throw RenderingError.failed(output: Self.lastLine(of: outcome.output))
    }
  }

  private static func lastLine(of text: String) -> String {
    text.split(separator: "\n").last.map(String.init) ?? ""
  }
}
