package import Bilingual
package import Domain

extension OrganizationRefusal: Worded {
  package var refused: Phrase {
    switch self {
    case .text(let refusal): refusal.refused
    case .notFounded:
      Phrase(en: "There is no organization here yet.", ja: "組織がまだ登録されていません。")
    case .alreadyFounded(let name):
      Phrase(
        en: "The organization cannot be founded again: this log belongs to \(name).",
        ja: "組織は一度しか登録できません。ここにはすでに「\(name)」が登録されています。")
    case .malformedTimeZone(let text):
      Phrase(
        en: "\"\(text)\" does not name a time zone. Names look like Asia/Tokyo.",
        ja: "「\(text)」はタイムゾーンの名前ではありません。Asia/Tokyo のように指定してください。")
    case .fiscalYearStartOutOfRange(let month):
      Phrase(
        en: "The fiscal year cannot start in month \(month): months are 1 to 12.",
        ja: "年度の開始月に\(month)は指定できません。1から12で指定してください。")
    case .trialDaysOutOfRange(let days):
      Phrase(
        en: "The trial after a training cannot last \(days) days: 1 to 365 are possible.",
        ja: "研修後の試行期間に\(days)日は指定できません。1日から365日で指定してください。")
    case .departmentExists(let asked, let existing, let name):
      Phrase(
        en: "\(asked) cannot be registered: \(existing) is the code of \(name).",
        ja: "\(asked) は登録できません。\(existing) は「\(name)」が使っています。")
    case .unknownDepartment(let code, let known):
      Phrase(
        en: "There is no department \(code). Departments: \(Self.list(known)).",
        ja: "部門 \(code) はありません。登録されている部門は \(Self.list(known)) です。")
    case .departmentClosed(let code, nil):
      Phrase(en: "The department \(code) is closed.", ja: "部門 \(code) は閉鎖されています。")
    case .departmentClosed(let code, let successor?):
      Phrase(
        en: "The department \(code) is closed; \(successor) took over.",
        ja: "部門 \(code) は閉鎖され、\(successor) が引き継いでいます。")
    case .headCannotClose(let code):
      Phrase(
        en: "\(code) cannot be closed: it is the head department and keeps what concerns all.",
        ja: "\(code) は閉鎖できません。組織全体の記録を持つ本部です。")
    case .openCyclesNeedSuccessor(let code, let openCycles):
      Phrase(
        en: "\(code) cannot be closed without a successor: \(Self.cycles(openCycles)) open.",
        ja: "引き継ぎ先がないため \(code) は閉鎖できません。進行中のミニPDCAが\(openCycles)件あります。")
    case .successorIsItself(let code):
      Phrase(
        en: "\(code) cannot be its own successor.",
        ja: "\(code) の引き継ぎ先に \(code) 自身は指定できません。")
    case .successorClosed(let code, let successor):
      Phrase(
        en: "\(successor) cannot take over from \(code): it is closed itself.",
        ja: "\(successor) は閉鎖されているため、\(code) の引き継ぎ先にできません。")
    case .alreadyMember(let account, let department, let layer, let isMachine):
      Phrase(
        en: "\(account) is a member already: \(Self.kind(isMachine).en) of \(department), "
          + "layer \(layer.words.en).",
        ja: "\(account) はすでに登録されています（\(department)、\(layer.words.ja)、"
          + "\(Self.kind(isMachine).ja)）。")
    case .notAMember(let account):
      Phrase(en: "\(account) is not a member.", ja: "\(account) はメンバーではありません。")
    case .machineCannotHoldRole(let account, let role):
      Phrase(
        en: "\(account) cannot be \(role.words.en): it is a machine account, "
          + "and people answer for what is decided.",
        ja: "\(account) を\(role.words.ja)にはできません。自動処理用のアカウントであり、"
          + "責任は人が持ちます。")
    case .machineCannotSponsor(let account, let code):
      Phrase(
        en: "\(account) cannot be the sponsor of \(code): it is a machine account.",
        ja: "\(account) は自動処理用のアカウントのため、\(code) のスポンサーにはできません。")
    case .sponsorNotExecutive(let account, let layer, let code):
      Phrase(
        en: "\(account) cannot be the sponsor of \(code): a sponsor is an executive, "
          + "and \(account) is \(layer.words.en).",
        ja: "\(account) は\(layer.words.ja)のため、\(code) のスポンサーにはできません。"
          + "スポンサーは経営層から選びます。")
    case .roleNotGranted(let account, let role):
      Phrase(
        en: "\(account) is not \(role.words.en): there is nothing to revoke.",
        ja: "\(account) は\(role.words.ja)ではないため、取り消すものがありません。")
    case .roleForAll(let account, let role) where role.isOfDepartments:
      Phrase(
        en: "\(account) is \(role.words.en) for all departments: it can't be taken away for some.",
        ja: "\(account) は全部門の\(role.words.ja)のため、一部の部門だけを解除することはできません。")
    case .roleForAll(let account, let role):
      Phrase(
        en:
          "\(account) can't be \(role.words.en) for some departments: that role is of the whole organization.",
        ja: "\(role.words.ja)は組織全体の役割のため、\(account) に部門を限って付与することはできません。")
    case .roleNotGrantedFor(let account, let role, let department, let held):
      Phrase(
        en: "\(account) is not \(role.words.en) for \(department), but for "
          + "\(held.map(\.rawValue).joined(separator: ", ")).",
        ja: "\(account) は\(department)の\(role.words.ja)ではありません（担当部門: "
          + "\(held.map(\.rawValue).joined(separator: "、"))）。")
    case .lastAdministrator(let account):
      Phrase(
        en: "\(account) is the last administrator: without one nobody could be let in.",
        ja: "\(account) は最後の管理者です。管理者がいなくなると、誰も登録できなくなります。")
    }
  }

  private static func list(_ codes: [DepartmentCode]) -> String {
    codes.map(\.description).joined(separator: ", ")
  }

  private static func cycles(_ count: Int) -> String {
    count == 1 ? "1 cycle is" : "\(count) cycles are"
  }

  private static func kind(_ isMachine: Bool) -> Phrase {
    isMachine ? Phrase(en: "a machine", ja: "自動処理用") : Phrase(en: "a person", ja: "人")
  }
}
