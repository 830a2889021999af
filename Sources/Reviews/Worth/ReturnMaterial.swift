package import CivilTime
package import Domain
package import ReadModels

/// What a report of the return is made of, read in one snapshot.
package struct ReturnMaterial: Sendable {
  package var organization = ""
  package var today: LocalDate
  package var zone: TimeZoneRules
  /// Approved ones, by number.
  package var designs: [DesignDetail] = []
  package var book = WorthBook([])
  /// Of all KPIs, retired ones included.
  package var charts: [KPIReference: KPIChart] = [:]
  package var cycles: [CycleRow] = []
  package var concepts: [ConceptRow] = []
  /// Also those who left.
  package var members: [Account: MemberRow] = [:]
  /// Which department took over which.
  package var successors: [DepartmentCode: DepartmentCode] = [:]
  package var areas: [ValueAreaRow] = []
  /// Minutes of training that people took part in, where times are recorded.
  package var minutes: [SessionID: [Account: Int]] = [:]
  /// Minutes that sessions are planned or were recorded to take.
  package var lengths: [SessionID: Int] = [:]
  /// In the order of their days.
  package var actions: [AppliedAction] = []
  package var antecedents: [Antecedent] = []
  /// What the records for subsidy papers say was paid.
  package var expenses: [ItemID: [RecordedExpense]] = [:]
  /// Nil before it was read.
  package var reuse: ReuseRate?
  package var reuseDays: [Int] = []
  package var pace: [DecisionPace] = []

  package init(today: LocalDate, zone: TimeZoneRules) {
    self.today = today
    self.zone = zone
  }
}

/// An expense with a receipt.
package struct RecordedExpense: Sendable, Equatable {
  package var what: String
  package var amount: Money
  package var place: String

  package init(what: String, amount: Money, place: String) {
    self.what = what
    self.amount = amount
    self.place = place
  }
}
