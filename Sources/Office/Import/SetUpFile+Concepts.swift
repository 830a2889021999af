import CivilTime
package import Domain
import EventLog
import Orders
import ReadModels
import Tables
import Tracker

/// A worksheet's columns, in the order in which a room fills them in.
package enum ConceptColumn: String, ColumnKey {
  case department, title, task, byAI, byPeople, kpi, predicted, due, valueArea, effort, risk, data
  case firstStep, firstStepBy

  /// Whether a concept can't be drafted without it.
  package var isNeeded: Bool {
    switch self {
    case .title, .task, .byAI, .byPeople, .kpi, .predicted, .firstStep, .firstStepBy: true
    case .department, .due, .valueArea, .effort, .risk, .data: false
    }
  }

  /// Ours, the worksheet's titles in both languages, and what else people call them.
  package var names: [String] {
    switch self {
    case .department: ["department", "部門", "dept", "部門コード", "部署"]
    case .title: ["title", "題名", "name", "構想名", "テーマ", "タイトル"]
    case .task: ["task", "work", "対象業務", "業務", "対象の業務"]
    case .byAI: ["byai", "donewithai", "aiで行うこと", "ai", "withai", "aiが行うこと", "aiの役割"]
    case .byPeople: ["bypeople", "donebypeople", "人が行うこと", "people", "人の役割"]
    case .kpi: ["kpi", "指標", "kpiコード"]
    case .predicted:
      ["predicted", "levelexpected", "kpiの見込み", "predict", "見込み", "目標値", "予測"]
    case .due: ["due", "bywhen", "効果の期日", "期日", "期限"]
    case .valueArea: ["valuearea", "価値領域", "area", "領域"]
    case .effort: ["effort", "工数", "手間"]
    case .risk: ["risk", "リスク", "risks"]
    case .data: ["data", "datahandled", "扱うデータ", "データ", "使用データ"]
    case .firstStep: ["firststep", "最初の一歩", "first"]
    case .firstStepBy: ["firststepby", "最初の一歩の期日", "by", "着手日", "最初の一歩の日付"]
    }
  }
}

extension Office {
  /// Drafts the concepts of a filled-in worksheet, a row each: all of them or none, and those that
  /// were drafted of the same session under the same title not again.
  /// - Parameters:
  ///   - home: whose those are that name no department.
  ///   - session: that they were made in.
  package func draftConcepts(
    from file: TableFile, in home: HomeDepartment, session: SessionID?,
    settings: TableSettings = TableSettings(), isDryRun: Bool = false,
    onColumns: (FoundColumns) -> Void = { _ in }
  ) throws -> SetUpReport {
    let reader = try ConceptReader(self, dates(of: settings), home, session)
    var numbers: [DepartmentCode: Int] = [:]
    return try setUp(
      from: file, needing: ConceptColumn.allCases.filter(\.isNeeded), isDryRun: isDryRun,
      onColumns: onColumns
    ) { field in
      let (home, draft) = try reader.draft(field)
      if reader.isKnown(draft, in: home) { return .known }
      let number = try numbers[home] ?? tracker.nextConcept(in: home)
      _ = try tracker.draft(draft, number: number, Order(home, commandID: CommandID.random()))
      numbers[home] = number + 1
      return .added
    }
  }
}

/// Makes concepts of a worksheet's rows.
private struct ConceptReader {
  private let office: Office
  private let dates: DateReader
  private let home: HomeDepartment
  private let session: SessionID?
  /// What was drafted before, by department, title and session.
  private let known: Set<[String]>

  init(
    _ office: Office, _ dates: DateReader, _ home: HomeDepartment, _ session: SessionID?
  ) throws {
    self.office = office
    self.dates = dates
    self.home = home
    self.session = session
    known = Set(
      try office.concepts(of: nil, status: nil).map {
        Self.key($0.row.department, $0.row.title, $0.row.session)
      })
  }

  func draft(
    _ field: (ConceptColumn) -> String?
  ) throws -> (DepartmentCode, ConceptDraft) {
    var home = home
    if let named = field(.department) { home.given = named }
    var draft = ConceptDraft()
    draft.title = field(.title)
    draft.task = field(.task)
    draft.byAI = field(.byAI)
    draft.byPeople = field(.byPeople)
    draft.kpi = try field(.kpi).map { try office.knownKPI($0, in: home) }
    draft.predicted = try field(.predicted).map {
      try office.level($0, "predicted", of: draft.kpi)
    }
    draft.due = try field(.due).map { try day($0, "due") }
    draft.valueArea = field(.valueArea)
    draft.effort = field(.effort)
    draft.risk = field(.risk)
    draft.data = field(.data)
    draft.firstStep = field(.firstStep)
    draft.firstStepBy = try field(.firstStepBy).map { try day($0, "firstStepBy") }
    draft.session = session
    return (try office.department(home), draft)
  }

  /// The same worksheet again adds nothing.
  func isKnown(_ draft: ConceptDraft, in home: DepartmentCode) -> Bool {
    known.contains(Self.key(home, draft.title ?? "", draft.session))
  }

  private func day(_ text: String, _ column: String) throws -> LocalDate {
    try Read.date(text, column, dates)
  }

  private static func key(
    _ home: DepartmentCode, _ title: String, _ session: SessionID?
  ) -> [String] {
    ["\(home)", title, session.map { "\($0)" } ?? ""]
  }
}
