import Glibc
import TestSupport

/// Spreadsheets as a test makes and reads them, by openpyxl.
enum MadeSheet {
  /// - Parameter sheets: texts by rows; those that read as days or numbers become these.
  static func write(_ sheets: [(name: String, rows: [[String]])], to path: String) throws {
    let script = """
      import sys, re, datetime, openpyxl
      book = openpyxl.Workbook()
      book.remove(book.active)
      for line in sys.stdin.read().split('\\x1e'):
          if not line: continue
          name, *rows = line.split('\\x1d')
          sheet = book.create_sheet(name)
          for row in rows:
              cells = []
              for text in row.split('\\x1f'):
                  if re.fullmatch(r'\\d{4}-\\d\\d-\\d\\d', text): cells.append(datetime.date.fromisoformat(text))
                  elif re.fullmatch(r'-?\\d+(\\.\\d+)?', text): cells.append(float(text))
                  else: cells.append(text or None)
              sheet.append(cells)
      book.save(sys.argv[1])
      """
    let input = sheets.map { sheet in
      ([sheet.name] + sheet.rows.map { $0.joined(separator: "\u{1F}") })
        .joined(separator: "\u{1D}") + "\u{1E}"
    }.joined()
    let run = try ChildProcess.run(["/usr/bin/python3", "-c", script, path], input: input)
    guard run.status == 0 else { throw Failed(output: run.output) }
  }

  /// A line a row, under a line a sheet.
  static func read(_ path: String) throws -> [String] {
    let script = """
      import sys, openpyxl
      for sheet in openpyxl.load_workbook(sys.argv[1]):
          print('#', sheet.title)
          for row in sheet.iter_rows(values_only=True):
              print('|'.join('' if value is None else str(value) for value in row))
      """
    let run = try ChildProcess.run(["/usr/bin/python3", "-c", script, path])
    guard run.status == 0 else { throw Failed(output: run.output) }
    return run.output.split(separator: "\n").map(String.init)
  }

  struct Failed: Error { let output: String }
}
