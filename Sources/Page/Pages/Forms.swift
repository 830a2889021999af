import Bilingual
import CivilTime
import Domain
import EventLog
import ReadModels
import Wording

/// The four entries that must not wait for a terminal. Each form bears the identity of its command, so
/// that a second click adds nothing, and a token that no other page knows.
struct Forms {
  let look: Look

  init(_ look: Look) { self.look = look }

  private func say(_ en: String, _ ja: String) -> String { look.language.choose(en, ja) }

  /// - Parameters:
  ///   - fields: what is typed.
  ///   - id: what it is about, distinct among the forms of a page.
  private func form(
    _ entry: PageEntry.Kind, about id: String, _ fields: HTML, button: String
  ) -> HTML {
    """
    <form class="entry" method="post" action="\(entry.path)">
    <input type="hidden" name="token" value="\(look.token)">
    <input type="hidden" name="command" value="\(CommandID.given(at: look.now).rawValue)">
    <input type="hidden" name="about" value="\(id)">
    \(fields)<button>\(button)</button>
    </form>

    """
  }

  private func field(_ name: String, of id: String, _ label: String, _ input: HTML) -> HTML {
    "<p><label for=\"\(name)-\(id)\">\(label)</label> \(input)</p>\n"
  }

  private func text(
    _ name: String, of id: String, _ label: String, most: Int, isNeeded: Bool
  ) -> HTML {
    let needed: HTML = isNeeded ? " required" : .none
    return field(
      name, of: id, label,
      "<textarea id=\"\(name)-\(id)\" name=\"\(name)\" rows=\"2\" maxlength=\"\(most)\"\(needed)></textarea>"
    )
  }

  func action(on cycle: ItemID) -> HTML {
    let id = "\(cycle)"
    return form(
      .action, about: id,
      text("text", of: id, say("What was done", "実施した内容"), most: 2_000, isNeeded: true)
        + field(
          "minutes", of: id, say("Time it took (45, 1h30m)", "所要時間（45、1h30m）"),
          "<input id=\"minutes-\(id)\" name=\"minutes\" size=\"8\" maxlength=\"20\">"),
      button: say("Log it", "記録する"))
  }

  func observation(of kpi: KPIRow) -> HTML {
    let id = "\(kpi.department)-\(kpi.code)"
    let example =
      switch kpi.cadence {
      case .daily: "2026-11-22"
      case .weekly: "2026-W47"
      case .monthly: "2026-11"
      }
    return form(
      .observation, about: "\(kpi.reference)",
      field(
        "period", of: id, say("Period (such as \(example))", "期間（例: \(example)）"),
        "<input id=\"period-\(id)\" name=\"period\" size=\"12\" maxlength=\"40\" required>")
        + field(
          "value", of: id, say("Value (or 7/50), \(kpi.unit)", "値（または 7/50）、\(kpi.unit)"),
          "<input id=\"value-\(id)\" name=\"value\" size=\"12\" maxlength=\"40\" inputmode=\"decimal\" required>"
        ),
      button: say("Record it", "記録する"))
  }

  func decision(on issue: ItemID) -> HTML {
    let id = "\(issue)"
    return form(
      .decision, about: id,
      text("decision", of: id, say("What is decided", "決定事項"), most: 2_000, isNeeded: true)
        + text("why", of: id, say("Why", "理由"), most: 2_000, isNeeded: false),
      button: say("Decide", "決定する"))
  }

  func done(_ decision: DecisionID) -> HTML {
    let id = "\(decision)"
    return form(
      .done, about: id, text("note", of: id, say("Note", "メモ"), most: 2_000, isNeeded: false),
      button: say("It is done", "完了にする"))
  }
}
