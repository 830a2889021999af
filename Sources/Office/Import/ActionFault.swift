package import CanonicalJSON
package import Domain
package import Orders
package import Tables

/// Why a file of actions can't be imported at all.
package enum ActionFileFault: Error {
  case noHeader
  /// The first line can't be read.
  case badHeader(line: Int, RowFault, TextEncoding)
  case missingColumn(ActionColumn, found: [String])
  case doubleColumn(found: [String])
  /// A duration that is neither in hours nor in minutes.
  case otherUnit(column: String, unit: String)
}

/// Why a line of it is no action, or one that can't be taken. The lines after it are not affected.
package enum ActionLineFault: Error {
  case row(RowFault, TextEncoding)
  case line(LineFault)
  case json(JSONParseError)
  case notObject
  /// Two keys that mean the same.
  case sameKey(String, String)
  case notText(key: String)
  /// A key that names a unit of which no duration can be.
  case file(ActionFileFault)
  case input(InputFault)
  /// A column for the person, and nobody in it.
  case noActor
  case unknownDepartment(DepartmentCode)
  /// A cycle of another department than the line's.
  case otherDepartment(cycle: ItemID, DepartmentCode)
  case refused(ImportRefusal)
}

/// An import whose rest can't be read; what came before stays, and again adds nothing of it.
package struct ImportStopped: Error {
  package let fault: TableFault
  /// The last line that was read.
  package let line: Int
  package let added: Int
  package let isDryRun: Bool
}

/// An import that the person ended; what was appended stays.
package struct ImportInterrupted: Error {
  package let added: Int
}
