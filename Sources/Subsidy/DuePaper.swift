package import CivilTime
package import Domain

/// A paper that is still to go in, and when.
package struct DuePaper: Sendable, Equatable {
  package var design: ItemID
  package var title: String
  package var paper: SubsidyFiling
  /// Nil where no first day is known.
  package var from: LocalDate?
  package var by: LocalDate

  /// The last day itself isn't late.
  package func isLate(on day: LocalDate) -> Bool { by < day }

  /// Late, or due within two weeks.
  package func isUrgent(on day: LocalDate) -> Bool { day.days(until: by) <= 14 }
}

extension SubsidyAssessment {
  /// The plan, notices of changes that are to come, and the claim, as far as they aren't filed.
  package var due: [DuePaper] {
    guard let deadlines = best?.deadlines else { return [] }
    func paper(_ paper: SubsidyFiling, from: LocalDate?, by: LocalDate) -> DuePaper {
      DuePaper(design: record.design, title: record.title, paper: paper, from: from, by: by)
    }
    var due: [DuePaper] = []
    if record.filed(.plan).isEmpty {
      due.append(paper(.plan, from: deadlines.planFrom, by: deadlines.planBy))
    }
    due += SubsidyAssessment.unfiledChanges(record).compactMap { change in
      change.takesPlaceOn.map {
        paper(.change, from: change.recordedOn, by: $0.adding(days: -1))
      }
    }
    if record.filed(.claim).isEmpty {
      due.append(paper(.claim, from: deadlines.claimFrom, by: deadlines.claimBy))
    }
    return due
  }
}
