package import CivilTime
package import Domain

/// What a review's improvement points are judged by, beside the period's material: who did
/// something, and what was left alone, up to the period's end.
package struct ReviewBackground: Sendable, Equatable {
  /// In whose log the organization stands; nil before it was founded.
  package var head: DepartmentCode?
  /// Open departments with their members at the period's end; machines aside. All of them, or the
  /// review's own.
  package var departments: [DepartmentStaff] = []
  /// Open departments of the whole organization, the head aside.
  package var workingDepartments = 0
  /// Of everybody who did something in the `recentDays` up to the period's end, in all logs.
  package var activity: [PersonActivity] = []
  /// Proposed by the period's end, as they stood then.
  package var hypotheses: [HypothesisRow] = []
  /// Validated lessons that no other department was offered, consulted or decided on.
  package var unusedLessons: [LessonRow] = []
  /// Of the cycles checked in the period, those that a lesson was drafted from.
  package var cyclesWithLesson: Set<ItemID> = []
  /// Open cycles whose window is over without any observation of their KPI in it.
  package var cyclesWithoutObservation: Set<ItemID> = []
  /// Trainings after which the days for trying something ended within the period.
  package var trials: [TrainingTrial] = []

  package init() {}

  /// Days that activity is looked at over, whatever the period.
  package static let recentDays = 28
}

/// A department and who works in it.
package struct DepartmentStaff: Sendable, Equatable {
  package var department: DepartmentRow
  package var members: [MemberRow]

  package init(_ department: DepartmentRow, members: [MemberRow]) {
    self.department = department
    self.members = members
  }

  package var code: DepartmentCode { department.code }
}

/// What one person did, in one department's log.
package struct PersonActivity: Sendable, Equatable {
  package var department: DepartmentCode
  package var account: String
  /// Entries within the review's period.
  package var inPeriod: Int
  /// Entries within the recent days.
  package var recent: Int
  /// The latest of them.
  package var last: Instant

  package init(
    department: DepartmentCode, account: String, inPeriod: Int, recent: Int, last: Instant
  ) {
    self.department = department
    self.account = account
    self.inPeriod = inPeriod
    self.recent = recent
    self.last = last
  }
}

/// What a department's members did after a training that they attended.
package struct TrainingTrial: Sendable, Equatable {
  package var design: ItemID
  package var session: Int
  package var title: String
  package var date: LocalDate
  /// The last day on which something was to be tried.
  package var deadline: LocalDate
  package var department: DepartmentCode
  package var attended: Int
  /// Of them, those who logged an action or planned a cycle from the session's day to the deadline.
  package var tried: Int
  /// The first record of their attendance.
  package var position: Int

  package init(
    design: ItemID, session: Int, title: String, date: LocalDate, deadline: LocalDate,
    department: DepartmentCode, attended: Int, tried: Int, position: Int
  ) {
    self.design = design
    self.session = session
    self.title = title
    self.date = date
    self.deadline = deadline
    self.department = department
    self.attended = attended
    self.tried = tried
    self.position = position
  }
}
