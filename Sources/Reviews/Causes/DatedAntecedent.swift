import CivilTime
import ReadModels

/// An event with its day in the organization's time zone.
struct DatedAntecedent: Sendable {
  let event: Antecedent
  let day: LocalDate
}
