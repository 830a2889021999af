import ArgumentParser
import Bilingual
import CivilTime
import Domain
import EventLog
import Office
import Postgres
import ReadModels
import Tables
import Terminal
import Tracker
import Wording

extension ConceptColumn: ColumnKey {
  /// Titles of the worksheet in both languages, and what else people call them.
  var names: [String] {
    [rawValue.lowercased(), ColumnName.folded(title.en), ColumnName.folded(title.ja)] + others
  }

  private var others: [String] {
    switch self {
    case .department: ["dept", "部門コード", "部署"]
    case .title: ["name", "構想名", "テーマ", "タイトル"]
    case .task: ["業務", "対象の業務"]
    case .byAI: ["ai", "withai", "aiが行うこと", "aiの役割"]
    case .byPeople: ["people", "人の役割"]
    case .kpi: ["指標", "kpiコード"]
    case .predicted: ["predict", "見込み", "目標値", "予測"]
    case .due: ["期日", "期限"]
    case .valueArea: ["area", "領域"]
    case .effort: ["手間"]
    case .risk: ["risks"]
    case .data: ["データ", "使用データ"]
    case .firstStep: ["first"]
    case .firstStepBy: ["by", "着手日", "最初の一歩の日付"]
    }
  }
}

extension ConceptGroup {
  struct ImportCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "import", "Draft the concepts of a filled-in worksheet, a row each: all of them or none.",
        "記入済みワークシートの活用構想を1行1件でまとめて起案します（全件成功時のみ）。",
        examples: [
          "pdca concept import concepts.xlsx --session HQ-D2.1 --dry-run",
          "pdca concept import concepts.xlsx --session HQ-D2.1",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var table: TableOptions
    @OptionGroup var department: DepartmentOption

    @Argument(
      help: help(
        "The worksheet, .xlsx or .csv, or - for standard input (see concept sheet).",
        "ワークシート（.xlsx または .csv。- は標準入力。concept sheet で作成できます）。"))
    var file: String

    @Option(
      help: help("The session that they were made in (HQ-D2.1).", "起案したセッション（HQ-D2.1）。"))
    var session: String?

    @Flag(help: help("Say what would happen; write nothing.", "書き込まずに結果だけを確認します。"))
    var dryRun = false

    func run(at desk: Desk) throws {
      let session = try session.map { try desk.session($0) }
      var numbers: [DepartmentCode: Int] = [:]
      var run = SetUpRun(desk, isDryRun: dryRun)
      let file = try TableFile(file, table, fieldCount: .likeFirst)
      let reader = try ConceptReader(desk, table.dates(desk), department, session)
      try run.take(file, needing: ConceptColumn.allCases.filter(\.isNeeded)) { field in
        let (home, draft) = try reader.draft(field)
        if reader.isKnown(draft, in: home) { return .known }
        let number = try numbers[home] ?? desk.tracker.nextConcept(in: home)
        _ = try desk.tracker.draft(
          draft, number: number, Order(home, commandID: CommandID.random()))
        numbers[home] = number + 1
        return .added
      }
      try run.report.tell(desk.answer)
    }
  }
}

/// Makes concepts of a worksheet's rows.
private struct ConceptReader {
  private let desk: Desk
  private let dates: DateReader
  private let department: DepartmentOption
  private let session: SessionID?
  /// What was drafted before, by department, title and session.
  private let known: Set<[String]>

  init(
    _ desk: Desk, _ dates: DateReader, _ department: DepartmentOption, _ session: SessionID?
  ) throws {
    self.desk = desk
    self.dates = dates
    self.department = department
    self.session = session
    known = Set(
      try desk.office.concepts(of: nil, status: nil).map {
        Self.key($0.row.department, $0.row.title, $0.row.session)
      })
  }

  func draft(
    _ field: (ConceptColumn) -> String?
  ) throws -> (DepartmentCode, ConceptDraft) {
    var home = department
    if let named = field(.department) { home.code = named }
    var draft = ConceptDraft()
    draft.title = field(.title)
    draft.task = field(.task)
    draft.byAI = field(.byAI)
    draft.byPeople = field(.byPeople)
    draft.kpi = try field(.kpi).map { try desk.knownKPI($0, in: home) }
    draft.predicted = try field(.predicted).map {
      try desk.level($0, "predicted", of: draft.kpi)
    }
    draft.due = try field(.due).map { try day($0, "due") }
    draft.valueArea = field(.valueArea)
    draft.effort = field(.effort)
    draft.risk = field(.risk)
    draft.data = field(.data)
    draft.firstStep = field(.firstStep)
    draft.firstStepBy = try field(.firstStepBy).map { try day($0, "firstStepBy") }
    draft.session = session
    return (try desk.department(home), draft)
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
