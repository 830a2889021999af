/// Why a file can't be read as a table at all.
package enum TableFault: Error, Equatable, Sendable {
  case foreignEncoding(TextEncoding.Foreign)
  case unknownEncoding(String)
  /// The C library offers no conversion from it.
  case noConversion(TextEncoding)
  /// The bytes could be either.
  case encodingUnclear(String, String)
  /// A file that is no text: a spreadsheet, an archive, a picture.
  case otherFile(OtherFile)
  case unknownDelimiter(String)
  /// The lines can be cut at either.
  case delimiterUnclear(Delimiter, Delimiter)

  /// What a file that is no text begins like.
  package enum OtherFile: String, Sendable {
    case xlsx, xls, pdf, gzip
    /// Zero bytes stand in it.
    case binary
  }
}
