import Glibc
import OperatingSystem
import Presentation

/// Turns charts into PNG by librsvg's program, for channels that show no SVG.
enum PictureProgram {
  static let program = "rsvg-convert"

  /// Pictures of the figures, as far as there are so many; none where the program isn't there, or fails on
  /// one: words go without pictures, too.
  static func pictures(of figures: [DocumentFigure]) async -> [MailPicture] {
    var pictures: [MailPicture] = []
    for (index, figure) in figures.enumerated() {
      guard let bytes = await png(figure.picture.svg) else { return [] }
      pictures.append(MailPicture(name: "chart-\(index + 1).png", bytes: bytes))
    }
    return pictures
  }

  private static func png(_ svg: String) async -> [UInt8]? {
    let folder = ProcessEnvironment.variables()["TMPDIR"] ?? "/tmp"
    let path = "\(folder)/pdca-chart-\(UInt64.random(in: 0...UInt64.max)).png"
    defer { unlink(path) }
    let program = Program([
      Self.program, "--format=png", "--width=1440", "--keep-aspect-ratio",
      "--background-color=white", "--output=\(path)",
    ])
    guard let outcome = try? await program.run(input: svg, within: .seconds(20)),
      outcome.status == 0, let file = fopen(path, "rb")
    else { return nil }
    defer { fclose(file) }
    return bytes(of: file)
  }

  private static func bytes(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}
