import Glibc
import TestSupport

/// Files that the library for spreadsheets of Python makes and reads.
enum SheetFile {
  static func path() -> String {
    "/tmp/pdca-sheet-\(getpid())-\(UInt64.random(in: 0 ... .max)).xlsx"
  }

  /// Packs parts by their names; a text `*N x` stands for N times x.
  static func packed<T>(_ parts: [String: String], _ body: (String) throws -> T) throws -> T {
    let path = path()
    defer { unlink(path) }
    let script = """
      import sys, zipfile
      words = sys.argv[2:]
      with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as file:
          for name, text in zip(words[::2], words[1::2]):
              if text.startswith('*'):
                  count, text = text[1:].split(' ', 1)
                  text = text * int(count)
              file.writestr(name, text)
      """
    let run = try ChildProcess.run(
      ["/usr/bin/python3", "-c", script, path]
        + parts.sorted { $0.key < $1.key }
        .flatMap { [$0.key, $0.value] })
    guard run.status == 0 else { throw Failed(output: run.output) }
    return try body(path)
  }

  /// What openpyxl reads: a line a row, under a line a sheet.
  static func readBack(_ path: String) throws -> String {
    let script = """
      import sys, openpyxl
      for sheet in openpyxl.load_workbook(sys.argv[1]):
          print('#', sheet.title)
          for row in sheet.iter_rows():
              print('|'.join('' if c.value is None else f'{c.data_type}:{c.value}' for c in row))
      """
    let run = try ChildProcess.run(["/usr/bin/python3", "-c", script, path])
    guard run.status == 0 else { throw Failed(output: run.output) }
    return run.output
  }

  /// How openpyxl finds each sheet set up for printing: name, paper, orientation, pages across and
  /// down, rows on every page.
  static func paper(_ path: String) throws -> String {
    let script = """
      import sys, openpyxl
      for sheet in openpyxl.load_workbook(sys.argv[1]):
          up = sheet.page_setup
          assert sheet.sheet_properties.pageSetUpPr.fitToPage
          print(sheet.title, up.paperSize, up.orientation, 1 if up.fitToWidth is None else up.fitToWidth,
              up.fitToHeight, sheet.print_title_rows)
      """
    let run = try ChildProcess.run(["/usr/bin/python3", "-c", script, path])
    guard run.status == 0 else { throw Failed(output: run.output) }
    return run.output
  }

  /// Heights of the first sheet's first three rows, in points; None where none is said.
  static func heights(_ path: String) throws -> String {
    let script = """
      import sys, openpyxl
      rows = openpyxl.load_workbook(sys.argv[1]).worksheets[0].row_dimensions
      print(*(rows[row].height and round(rows[row].height) for row in (1, 2, 3)))
      """
    let run = try ChildProcess.run(["/usr/bin/python3", "-c", script, path])
    guard run.status == 0 else { throw Failed(output: run.output) }
    return run.output
  }

  struct Failed: Error { let output: String }
}
