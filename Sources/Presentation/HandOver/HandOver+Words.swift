package import Bilingual
package import CanonicalJSON
import CivilTime
package import Domain
import ReadModels
package import Reviews
package import Terminal
import Wording

extension HandOver {
  /// What is left behind, each with the command that hands it over or settles it; empty where nothing is.
  /// - Parameter names: what people are called; accounts without.
  package func lines(
    _ language: Language, _ layout: Layout, calling names: PeopleNames = PeopleNames()
  ) -> [String] {
    sections(names).flatMap { title, items in
      DocumentSection(
        title: title(language),
        blocks: [
          .commands(
            items.map {
              DocumentCommand(label: $0.label(language), command: $0.command(language))
            })
        ]
      ).lines(layout)
    }
  }

  /// Something left behind.
  struct Item {
    let about: String
    let label: Phrase
    let command: Phrase
  }

  private func sections(_ names: PeopleNames) -> [(Phrase, [Item])] {
    [
      (Phrase(en: "Open work to hand over", ja: "引き継ぐ仕事"), work(names)),
      (Phrase(en: "The vision rests on it", ja: "ビジョンに関わる指標"), vision.map(visionItem)),
      (Phrase(en: "What reviews will miss", ja: "レビューで見えなくなること"), missed),
    ].filter { !$0.1.isEmpty }
  }

  private func work(_ names: PeopleNames) -> [Item] {
    cycles.map(item) + decisions.map { item($0, names) } + issues.map { Item($0) }
      + lessons.map { Item($0) } + rollOuts.map { Item($0) } + members.map { item($0, names) }
  }

  private var missed: [Item] {
    unrecorded.map { recorder($0) } + kpis.map(taken) + sponsored.map(sponsor) + roles.map(role)
      + withoutPromoter.map(promoter) + withoutKPI.map(measure)
  }

  private func item(_ cycle: CycleRow) -> Item {
    switch occasion {
    case .member, .department:
      Item(
        "\(cycle.id)", en: "\(cycle.id) \(cycle.title)", ja: "\(cycle.id)「\(cycle.title)」",
        "pdca amend \(cycle.id) --owner ", Self.account, " --reason ", Self.why)
    case .kpi where cycle.status == .checked:
      Item(
        "\(cycle.id)",
        en: "\(cycle.id) \(cycle.title) was checked by this KPI: decide on it",
        ja: "\(cycle.id)「\(cycle.title)」はこのKPIで評価済みです。扱いを決める",
        "pdca act \(cycle.id) adopt|adapt|abandon ", Self.why)
    case .kpi: moved(cycle)
    }
  }

  /// A plan keeps its KPI: it goes on under another one as a plan of its own.
  private func moved(_ cycle: CycleRow) -> Item {
    Item(
      "\(cycle.id)",
      en:
        "\(cycle.id) \(cycle.title) is measured by this KPI: plan it anew by another, and end this one",
      ja: "\(cycle.id)「\(cycle.title)」の測定に使われています。別のKPIで計画し直し、こちらは取りやめる",
      "pdca plan \(ShellWord.inQuotes(cycle.title)) --kpi ", Phrase(en: "<KPI>", ja: "<KPIコード>"),
      " -d \(cycle.id.department) && pdca cancel \(cycle.id) --reason ", Self.why)
  }

  private func item(_ decision: PendingDecision, _ names: PeopleNames) -> Item {
    let owner = names(decision.owner)
    return Item(
      "\(decision.id)",
      en: "\(decision.id) \(decision.decision) (\(owner), due \(decision.due.prose.en))",
      ja: "\(decision.id)「\(decision.decision)」（\(owner)、期限\(decision.due.prose.ja)）",
      occasion.isOfKPI
        ? "pdca review withdraw \(decision.id) --reason "
        : "pdca review amend \(decision.id) --owner ",
      occasion.isOfKPI ? Self.why : Self.account,
      occasion.isOfKPI ? "" : " --reason ", occasion.isOfKPI ? Phrase(both: "") : Self.why)
  }

  private func item(_ member: MemberRow, _ names: PeopleNames) -> Item {
    let name = names(member.account)
    let home = successor.map { Phrase(both: "\($0)") } ?? Self.department
    return Item(
      "\(member.account)",
      en: "\(name) (\(member.layer.words.en)) still belongs to it",
      ja: "\(name)（\(member.layer.words.ja)）が所属したままです",
      "pdca member move \(member.account) ", home, " \(member.layer.rawValue)")
  }

  private func visionItem(_ kpi: KPIRow) -> Item {
    switch occasion {
    case .member: return recorder(kpi)
    case .kpi:
      return Item(
        "\(kpi.reference)",
        en: "\(kpi.name) (\(kpi.reference)) ends, and the vision names it: declare it with another",
        ja: "ビジョンの指標\(kpi.name)（\(kpi.reference)）がなくなります。別の指標で宣言し直す",
        "pdca vision declare ", Phrase(en: "\"<vision>\"", ja: "\"<ビジョン>\""), " --kpi ",
        Phrase(en: "<KPI>", ja: "<KPIコード>"))
    case .department: return taken(kpi)
    }
  }

  private func recorder(_ kpi: KPIRow) -> Item {
    Item(
      "\(kpi.reference)",
      en: "Nobody else recorded \(kpi.name) (\(kpi.reference)) last: who goes on?",
      ja: "\(kpi.name)（\(kpi.reference)）を記録する人がいなくなります。後任が記録する",
      "pdca kpi record \(kpi.reference) ", Phrase(en: "<value>", ja: "<値>"))
  }

  private func taken(_ kpi: KPIRow) -> Item {
    guard let successor else {
      return Item(
        "\(kpi.reference)",
        en:
          "\(kpi.name) (\(kpi.reference)): only the company's review shows it from now on; retire it, or name a successor",
        ja: "\(kpi.name)（\(kpi.reference)）は今後、全社のレビューにだけ表示されます。後継部門を決めるか廃止する",
        "pdca kpi retire \(kpi.reference) --reason ", Self.why)
    }
    return Item(
      "\(kpi.reference)",
      en:
        "\(kpi.name) (\(kpi.reference)): the reviews of \(successor) show it from now on; who records it?",
      ja: "\(kpi.name)（\(kpi.reference)）は今後、\(successor) のレビューに表示されます。後任が記録する",
      "pdca kpi record \(kpi.reference) ", Phrase(en: "<value>", ja: "<値>"))
  }

  private func sponsor(_ department: DepartmentCode) -> Item {
    Item(
      "\(department)", en: "\(department) has no sponsor any longer",
      ja: "\(department) のスポンサーがいなくなります", "pdca department sponsor \(department) ", Self.account)
  }

  private func role(_ role: Role) -> Item {
    Item(
      role.rawValue, en: "The role \(role.words.en) is nobody's by this account any longer",
      ja: "\(role.words.ja)の役割を引き継ぐ", "pdca member grant ", Self.account, " \(role.rawValue)")
  }

  private func promoter(_ department: DepartmentCode) -> Item {
    Item(
      "\(department)", en: "\(department) has no promoter any longer: nobody holds its reviews",
      ja: "\(department) の推進役がいなくなり、レビューを実施する人がいません",
      "pdca member move ", Self.account, " \(department) promoter")
  }

  private func measure(_ department: DepartmentCode) -> Item {
    Item(
      "\(department)", en: "The reviews of \(department) have no KPI any longer: define another",
      ja: "\(department) のレビューで見る指標がなくなります。新しい指標を登録する",
      "pdca kpi define ", Phrase(en: "<code> \"<name>\"", ja: "<コード> \"<名称>\""), " -d \(department)"
    )
  }

  private var successor: DepartmentCode? {
    if case .department(_, let successor) = occasion { successor } else { nil }
  }

  static let account = Phrase(en: "<account>", ja: "<アカウント>")
  static let department = Phrase(en: "<department>", ja: "<部門>")
  static let why = Phrase(en: "\"<why>\"", ja: "\"<理由>\"")

  package var json: JSON {
    func list(_ items: [Item]) -> JSON {
      .array(
        items.map {
          [
            "about": JSON($0.about), "label": ["en": JSON($0.label.en), "ja": JSON($0.label.ja)],
            "command": JSON($0.command.en),
          ]
        })
    }
    return [
      "openWork": list(work(PeopleNames())), "vision": list(vision.map(visionItem)),
      "reviewsMiss": list(missed),
    ]
  }
}

extension HandOver.Occasion {
  fileprivate var isOfKPI: Bool { if case .kpi = self { true } else { false } }
}

extension HandOver.Item {
  /// - Parameter words: a command's words, and between them what stands for something else.
  fileprivate init(_ about: String, en: String, ja: String, _ words: any CommandWord...) {
    self.init(
      about: about, label: Phrase(en: en, ja: ja),
      command: Phrase(
        en: words.map(\.phrase.en).joined(), ja: words.map(\.phrase.ja).joined()))
  }

  fileprivate init(_ issue: IssueRow) {
    self.init(
      "\(issue.id)", en: "\(issue.id) \(issue.issue)", ja: "\(issue.id)「\(issue.issue)」",
      "pdca issue decide \(issue.id) ", Phrase(en: "\"<decision>\"", ja: "\"<決定事項>\""))
  }

  fileprivate init(_ lesson: LessonRow) {
    self.init(
      "\(lesson.id)", en: "\(lesson.id) \(lesson.title) waits for its validation",
      ja: "\(lesson.id)「\(lesson.title)」が検証待ちです", "pdca lesson validate \(lesson.id)")
  }

  fileprivate init(_ rollOut: LessonRollOutRow) {
    let lesson = ItemID(rollOut.department, .lesson, rollOut.lesson)
    self.init(
      "\(lesson)", en: "\(lesson) was offered to it and isn't decided on",
      ja: "\(lesson)の横展開が判断待ちです", "pdca lesson decline \(lesson) -d \(rollOut.proposedTo)")
  }
}

/// A piece of a command.
private protocol CommandWord { var phrase: Phrase { get } }

extension String: CommandWord { fileprivate var phrase: Phrase { Phrase(both: self) } }
extension Phrase: CommandWord { fileprivate var phrase: Phrase { self } }
