package import CivilTime
package import Domain

/// Why a moment can't be looked at; times are the organization's.
package enum MomentError: Error {
  case unreadable(MomentRequest.Part, text: String)
  case ahead(MomentRequest.Part, text: String, now: LocalDateTime)
  case beforeFounding(text: String, founded: LocalDateTime?)
  /// A standby can't make the tables that a moment's read models need.
  case onStandby(primary: String?)
  case unknownPosition(String, last: Int, department: DepartmentCode)
}
