import Bilingual
package import CanonicalJSON
import CivilTime
import Domain

extension SubsidyRules {
  /// - Throws: `PayloadError`, naming the member that is missing or of another kind.
  package init(_ json: JSON, id: String) throws(PayloadError) {
    let fields = try Fields(of: json)
    let from = try fields.value("validFrom", via: LocalDate.init(iso:))
    let to = try fields.value("validTo", via: LocalDate.init(iso:))
    guard let validity = DateSpan(first: from, last: to) else {
      throw fields.invalid("validTo", "it is before validFrom")
    }
    self.id = id
    self.validity = validity
    course = try fields.string("course")
    name = try Phrase(fields.object("name"))
    label = try Phrase(fields.object("label"))
    validityNote = try Phrase(fields.object("chosenBy").object("note"))
    hours = try HourRules(fields.object("hours"))
    deadlines = try DeadlineRules(fields.object("deadlines"))
    limits = try ExpenseLimits(fields.object("expenseLimits"))
    establishmentCap = try fields.object("establishmentCap").int("yen")
    schemes = try fields.array("schemes", SubsidyScheme.init)
    forms = try fields.array("forms", FormName.init)
    let papers = try fields.object("attachments")
    var attachments: [String: [Phrase]] = [:]
    for paper in papers.object.keys {
      attachments[paper] = try papers.array(paper, Phrase.init)
    }
    self.attachments = attachments
    unknown = try fields.array("unknown") { (one) throws(PayloadError) in
      try Phrase(one.object("text"))
    }
    sources = try fields.array("sources", RuleSource.init)
  }
}

extension Phrase {
  fileprivate init(_ fields: Fields) throws(PayloadError) {
    self.init(en: try fields.string("en"), ja: try fields.string("ja"))
  }
}

extension HourRules {
  fileprivate init(_ fields: Fields) throws(PayloadError) {
    leastMinutes = try fields.int("leastMinutes")
    ineligibleShare = try fields.whole("ineligibleShareOver")
    guard ineligibleShare.count == 2, ineligibleShare[1] > 0 else {
      throw fields.invalid("ineligibleShareOver", "it is no fraction")
    }
    ineligibleNatures = try fields.terms("ineligibleNatures")
    attendancePercent = try fields.int("attendancePercent")
    pauseMinutesPerDay = try fields.optionalInt("pauseMinutesPerDay")
    ceremonyMinutesPerCourse = try fields.optionalInt("ceremonyMinutesPerCourse")
  }
}

extension DeadlineRules {
  fileprivate init(_ fields: Fields) throws(PayloadError) {
    planEarliestMonths = try fields.optionalInt("planEarliestMonths")
    planLatestMonths = try fields.int("planLatestMonths")
    claimMonths = try fields.int("claimMonths")
    keepYears = try fields.int("keepYears")
  }
}

extension ExpenseLimits {
  fileprivate init(_ fields: Fields) throws(PayloadError) {
    lecturerFeePerHour = try fields.int("lecturerFeePerHour")
    lecturerTravel = try fields.int("lecturerTravel")
    lecturerLodgingPerNight = try fields.int("lecturerLodgingPerNight")
  }
}

extension BySize {
  fileprivate init(_ fields: Fields) throws(PayloadError) {
    small = try fields.int("small")
    large = try fields.int("large")
  }
}

extension SubsidyScheme {
  fileprivate init(_ fields: Fields) throws(PayloadError) {
    id = try fields.string("id")
    name = try Phrase(fields.object("name"))
    deliveries = try fields.terms("deliveries")
    allOf = try fields.terms("allOf")
    anyOf = try fields.terms("anyOf")
    let percent = try fields.object("expensePercent")
    expensePercent = try BySize(percent)
    if let points = try percent.optionalInt("raisePoints") {
      raise = (points, try percent.term("raiseWhen"))
    } else {
      raise = nil
    }
    if let wage = try fields.optionalObject("wageYenPerHour") {
      self.wage = WageRule(
        yenPerHour: try BySize(wage), deliveries: try wage.terms("deliveries"),
        hourLimit: try wage.int("hourLimit"))
    } else {
      wage = nil
    }
    caps = try ExpenseCaps(fields.object("caps"))
  }
}

extension ExpenseCaps {
  fileprivate init(_ fields: Fields) throws(PayloadError) {
    let read = try fields.optionalArray("bands") { (band) throws(PayloadError) in
      Band(fromHours: try band.int("fromHours"), caps: try BySize(band.object("caps")))
    }
    bands = (read ?? []).sorted { $0.fromHours < $1.fromHours }
    firstBandFor =
      try fields.optionalJSON("firstBandFor") == nil ? [] : fields.terms("firstBandFor")
    perPersonMonth = try fields.optionalInt("perPersonMonth")
  }
}

extension FormName {
  fileprivate init(_ fields: Fields) throws(PayloadError) {
    paper = try fields.string("paper")
    name = try Phrase(fields.object("name"))
    number = try fields.optionalString("number")
  }
}

extension RuleSource {
  fileprivate init(_ fields: Fields) throws(PayloadError) {
    id = try fields.string("id")
    title = try fields.string("title")
    url = try fields.optionalString("url")
    isOfficial = try fields.string("standing") == "official"
  }
}

extension Fields {
  fileprivate func terms<Term: RawRepresentable<String>>(
    _ name: String
  ) throws(PayloadError) -> [Term] {
    try values(name, via: Term.init(rawValue:))
  }

  fileprivate func term<Term: RawRepresentable<String>>(
    _ name: String
  ) throws(PayloadError) -> Term {
    try value(name, via: Term.init(rawValue:))
  }

  fileprivate func whole(_ name: String) throws(PayloadError) -> [Int] {
    guard case .array(let elements) = try json(name) else {
      throw invalid(name, "it is no list")
    }
    return elements.compactMap { if case .number(let number) = $0 { Int(number) } else { nil } }
  }
}
