import CanonicalJSON

/// What a report was judged by, beside the log's events and the rule profile: pinned with the
/// snapshot, so that it is known when a later program judges by something else.
package struct ReviewYardstick: Sendable, Equatable {
  /// The number of the report's form; snapshots without a yardstick are of form 2.
  package var form: Int
  /// Days and shares from which an improvement point is made, by name.
  package var thresholds: [String: Double]
  /// By KPI (`SALES/close-rate`), the center and the limits of its chart's last segment, by name;
  /// charts without limits have none.
  package var limits: [String: [String: Double]]
  /// By which figures limits in force grew; nil before there were any, when limits were those of
  /// whole segments.
  package var limitsVersion: Int?

  package init(
    form: Int, thresholds: [String: Double] = [:], limits: [String: [String: Double]] = [:],
    limitsVersion: Int? = nil
  ) {
    self.limitsVersion = limitsVersion
    self.form = form
    self.thresholds = thresholds
    self.limits = limits
  }
}

/// The report of a closed review as it is kept beside the log, by its hashes (lower-case
/// hexadecimal SHA-256).
package struct ClosedReport: Sendable, Equatable {
  package var form: Int
  /// Of the report as canonical JSON.
  package var hash: String
  /// Of the report as people read it, by language (`en`, `ja`).
  package var documents: [String: String]

  package init(form: Int, hash: String, documents: [String: String]) {
    self.form = form
    self.hash = hash
    self.documents = documents
  }

  var hashes: [String] { [hash] + documents.values }
}

extension ReviewYardstick {
  /// Members of the payload of `SnapshotTaken`.
  static let pinned = Field<ReviewYardstick?>(
    [
      "form": Int.shape, "thresholds": .map(Double.shape), "limits": .map(.map(Double.shape)),
      "limitsVersion": Int.shape,
    ], read: read
  ) { yardstick, object in
    for member in yardstick?.members ?? [:] { object[member.key] = member.value }
  }

  private var members: JSONObject {
    var members: JSONObject = [
      "form": JSON(form), "thresholds": JSON(numbers: thresholds),
      "limits": JSON(limits.reduce(into: JSONObject()) { $0[$1.key] = JSON(numbers: $1.value) }),
    ]
    members["limitsVersion"] = limitsVersion.map { JSON($0) }
    return members
  }

  /// Nil for a snapshot of a program that pinned none.
  @Sendable private static func read(
    _ fields: Fields
  ) throws(PayloadError) -> ReviewYardstick? {
    guard let form = try fields.optionalInt("form") else { return nil }
    var limits: [String: [String: Double]] = [:]
    if let stated = try fields.optionalObject("limits") {
      for name in stated.object.keys { limits[name] = try stated.object(name).numbers() }
    }
    return ReviewYardstick(
      form: form, thresholds: try fields.optionalObject("thresholds")?.numbers() ?? [:],
      limits: limits, limitsVersion: try fields.optionalInt("limitsVersion"))
  }
}

extension ClosedReport {
  /// Members of the payload of `ReviewClosed`.
  static let pinned = Field<ClosedReport?>(
    ["form": Int.shape, "report": .word, "documents": .map(.word)], read: read
  ) { report, object in
    for member in report?.members ?? [:] { object[member.key] = member.value }
  }

  private var members: JSONObject {
    [
      "form": JSON(form), "report": JSON(hash),
      "documents": JSON(documents.reduce(into: JSONObject()) { $0[$1.key] = JSON($1.value) }),
    ]
  }

  /// Nil for a closing of a program that pinned none.
  @Sendable private static func read(_ fields: Fields) throws(PayloadError) -> ClosedReport? {
    guard let form = try fields.optionalInt("form") else { return nil }
    var documents: [String: String] = [:]
    if let stated = try fields.optionalObject("documents") {
      for language in stated.object.keys { documents[language] = try stated.string(language) }
    }
    return ClosedReport(form: form, hash: try fields.string("report"), documents: documents)
  }
}

extension JSON {
  fileprivate init(numbers: [String: Double]) {
    self.init(numbers.reduce(into: JSONObject()) { $0[$1.key] = JSON($1.value) })
  }
}

extension Fields {
  fileprivate func numbers() throws(PayloadError) -> [String: Double] {
    var numbers: [String: Double] = [:]
    for name in object.keys { numbers[name] = try double(name) }
    return numbers
  }
}
