package import CivilTime
package import Domain
package import ReadModels

/// What a weekly or monthly review looks at: facts alone, the same from the same logs whenever it
/// is made. What is late is judged at the period's end.
package struct ReviewReport: Sendable {
  package let review: ReviewID
  /// Name of the department, or of the organization.
  package let name: String
  /// Whether it looks at all departments, as the head department's reviews do.
  package let isWhole: Bool
  package internal(set) var material: ReviewMaterial {
    didSet { places.find(openIn: material) }
  }
  package internal(set) var kpis: [ReviewKPI] {
    didSet { places.find(kpis) }
  }
  /// Where what is asked for by name stands.
  private(set) var places = ReviewPlaces()
  /// Lessons that wait for their validation.
  package let drafts: [LessonRow]
  /// Roll-outs that the department has not decided on.
  package let rollOuts: [LessonRollOutRow]
  package let training: ReviewTraining
  /// Monthly reviews alone.
  package let analysis: MonthlyAnalysis?
  /// Whom it is cut for; nil for everybody.
  package internal(set) var audience: Audience?
  /// Lessons of others like the open cycles, in the cut for the field alone.
  package internal(set) var related: [RelatedLesson] = []
  /// What the improvement points are judged by, beside the material.
  package let background: ReviewBackground
  /// What trainings brought by then, in the cut for executives alone; nil before anything is stated.
  package var returns: ReturnReport?
  /// Ranks what went before the period's signals.
  package internal(set) var causes: CauseRanking?

  package init(
    review: ReviewID, name: String, isWhole: Bool, material: ReviewMaterial,
    kpis: [ReviewKPI] = [], drafts: [LessonRow] = [], rollOuts: [LessonRollOutRow] = [],
    training: ReviewTraining = ReviewTraining(), analysis: MonthlyAnalysis? = nil,
    background: ReviewBackground = ReviewBackground(), causes: CauseRanking? = nil
  ) {
    self.review = review
    self.name = name
    self.isWhole = isWhole
    self.material = material
    self.kpis = kpis
    self.drafts = drafts
    self.rollOuts = rollOuts
    self.training = training
    self.analysis = analysis
    self.background = background
    self.causes = causes
    places.find(kpis)
    places.find(openIn: material)
    places.find(background)
  }

  /// The day on which it is read, where its period isn't over; nil for a period that is.
  package internal(set) var readOn: LocalDate?

  /// What people are called where it is shown; none in what is kept of it.
  package internal(set) var names = PeopleNames()
  /// Who is away as it is read, and until when.
  package internal(set) var away: [Account: LocalDate] = [:]

  package var days: DateSpan { material.span.days }
  /// What was due by then, and isn't done, is late.
  var lateBy: LocalDate { readOn.map { $0.adding(days: -1) } ?? days.last }

  /// As it is shown: with what people are called, and who is away by now. Its JSON stays the same.
  package func shown(
    calling names: PeopleNames, away: [Account: LocalDate] = [:]
  ) -> ReviewReport {
    var report = self
    (report.names, report.away) = (names, away)
    return report
  }

  /// As it reads before its period is over: nothing is late yet that is due today or later.
  package func soFar(on today: LocalDate) -> ReviewReport {
    guard today <= days.last else { return self }
    var report = self
    report.readOn = today
    report.material.overdue = material.overdue.filter { ($0.due ?? .latest) < today }
    return report
  }
}
