/// Why a file can't be read as a table at all.
package enum TableFault: Error, Equatable, Sendable {
  case foreignEncoding(TextEncoding.Foreign)
  case unknownEncoding(String)
  /// The C library offers no conversion from it.
  case noConversion(TextEncoding)
  /// Bytes of an encoding that is none of those read, and can't be named for sure.
  case strangeEncoding
  /// The bytes could be either.
  case encodingUnclear(String, String)
  /// A file that is no text: a spreadsheet, an archive, a picture.
  case otherFile(OtherFile)
  case unknownDelimiter(String)
  /// The lines can be cut at either.
  case delimiterUnclear(Delimiter, Delimiter)
  /// A ZIP file without a workbook in it.
  case notWorkbook
  /// A workbook whose parts are missing or can't be read.
  case brokenWorkbook
  /// Packed so tightly that it would fill the memory.
  case tooLargeInside
  /// XML with a document type, which could bring entities.
  case doctype
  case unknownSheet(String, found: [String])
  /// An option that says nothing of such a file.
  case needlessOption(String, OtherForm)
  /// A C library that spreadsheets need isn't installed.
  case noLibrary(String)
  /// A spreadsheet that could not be written: no space, or more rows than a sheet has.
  case notWritten

  /// What a file is that an option doesn't go with.
  package enum OtherForm: Sendable { case text, workbook, lines }

  /// What a file that is no text begins like.
  package enum OtherFile: String, Sendable {
    case xlsx, xls, pdf, gzip
    /// Zero bytes stand in it.
    case binary
  }
}
