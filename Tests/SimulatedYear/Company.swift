import Domain
import TestSupport

/// What generated organizations are made of.
struct Company: Sendable {
  struct Measured: Sendable {
    let code: String
    let name: String
    let unit: String
    let direction: Direction
    let cadence: Cadence
    let measure: Measure
    let level: Double
    /// Spread of a value, denominator of a proportion; counts need none.
    let extent: Double
    var kind = KPIKind.outcome
  }

  struct Department: Sendable {
    let code: DepartmentCode
    let name: String
    var kpis: [Measured]
    /// What its work is about, for the texts.
    let matters: [String]
    var promoter = ""
    var field: [String] = []
    var people: [String] { [promoter] + field }
  }

  let head: Department
  let departments: [Department]
  let executives: [String]

  var all: [Department] { [head] + departments }

  /// Five departments beside the head, with people of their own.
  static func drawn(_ random: inout SeededGenerator) -> Company {
    var names = accounts.shuffled(using: &random)
    func staffed(_ department: Department, _ field: Int) -> Department {
      var department = department
      department.promoter = names.removeLast()
      department.field = (0..<field).map { _ in names.removeLast() }
      return department
    }
    let chosen = pool.shuffled(using: &random).prefix(5).sorted { $0.code < $1.code }
    let executives = [names.removeLast(), names.removeLast()]
    return Company(
      head: staffed(headOffice, 1),
      departments: chosen.map { staffed($0, Int.random(in: 2...4, using: &random)) },
      executives: executives)
  }

  /// Of all departments that companies are drawn from.
  static var outcomes: [Measured] {
    ([headOffice] + pool).flatMap(\.kpis).filter { $0.kind == .outcome }
  }

  private static let accounts = [
    "abe", "aoki", "endo", "fujii", "goto", "hara", "hayashi", "ishii", "iwata", "kaneko",
    "kimura", "kondo", "maruyama", "miura", "mori", "nakano", "nishi", "noguchi", "ogawa", "okada",
    "otsuka", "saito", "sakai", "sasaki", "shibata", "sugiyama", "takagi", "takeda", "ueda",
    "wada", "yamamoto", "yokota",
  ]

  private static func code(_ text: String) -> DepartmentCode { DepartmentCode(text)! }

  private static func kpi(
    _ code: String, _ name: String, _ unit: String, _ direction: Direction,
    _ level: Double, _ extent: Double, _ cadence: Cadence = .weekly, _ measure: Measure = .value,
    _ kind: KPIKind = .outcome
  ) -> Measured {
    Measured(
      code: code, name: name, unit: unit, direction: direction, cadence: cadence,
      measure: measure, level: level, extent: extent, kind: kind)
  }

  private static let headOffice = Department(
    code: code("HQ"), name: "経営企画室",
    kpis: [
      kpi("decision-lead", "判断までの日数", "日", .down, 9, 1.1),
      kpi("ai-usage", "生成AIの利用件数", "件", .up, 40, 0, .weekly, .count, .activity),
    ], matters: ["会議資料", "稟議書", "経営会議の議事録"])

  private static let pool = [
    Department(
      code: code("SALES"), name: "営業部",
      kpis: [
        kpi("proposal-hours", "提案書の作成時間", "時間", .down, 9, 0.9),
        kpi("win-rate", "成約率", "%", .up, 0.28, 60, .weekly, .proportion),
        kpi("visits", "訪問件数", "件", .up, 24, 0, .weekly, .count),
      ], matters: ["提案書", "見積書", "訪問前の想定問答"]),
    Department(
      code: code("LOGI"), name: "物流部",
      kpis: [
        kpi("ship-errors", "誤出荷率", "%", .down, 0.02, 450, .weekly, .proportion),
        kpi("overtime", "残業時間", "時間", .down, 31, 3),
        kpi("pick-time", "出庫までの時間", "分", .down, 42, 5, .daily),
      ], matters: ["出荷指示", "棚割り", "差異一覧"]),
    Department(
      code: code("CS"), name: "お客様相談室",
      kpis: [
        kpi("first-reply", "初回返信までの時間", "分", .down, 92, 13, .daily),
        kpi("escalations", "上位部門への引き継ぎ", "件", .down, 8, 0, .weekly, .count),
      ], matters: ["返信文", "定型文", "問い合わせの分類"]),
    Department(
      code: code("ADMIN"), name: "管理部",
      kpis: [
        kpi("invoice-hours", "請求処理の時間", "時間", .down, 22, 1.6),
        kpi("closing-days", "月次決算の所要日数", "日", .down, 9, 0.6, .monthly),
      ], matters: ["請求書", "勤怠データ", "経費精算"]),
    Department(
      code: code("BUY"), name: "購買部",
      kpis: [
        kpi("quote-lead", "見積回答までの日数", "日", .down, 4.1, 0.4),
        kpi("po-errors", "発注書の差し戻し", "件", .down, 7, 0, .weekly, .count),
      ], matters: ["発注書", "見積依頼", "仕入先への督促"]),
    Department(
      code: code("MFG"), name: "製造部",
      kpis: [
        kpi("rework", "手直し率", "%", .down, 0.05, 300, .weekly, .proportion),
        kpi("changeover", "段取り時間", "分", .down, 48, 4.5),
      ], matters: ["作業手順書", "日報", "段取り表"]),
  ]
}
