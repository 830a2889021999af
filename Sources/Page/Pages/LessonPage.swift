import Bilingual
import CivilTime
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Wording

extension PageReader {
  func lesson(_ id: ItemID) throws -> PageContent {
    let id = try office.known(id)
    guard let story = try office.lessonStory(of: id) else {
      throw OfficeError.unknown(.lesson, text: "\(id)", candidates: [])
    }
    return PageContent(
      "\(id) \(story.detail.lesson.title)", command: "pdca lesson show \(id)\(asOfOption)",
      json: { story.json },
      body: {
        LessonPage(story: story, paths: try office.paths(from: id), look: look).body
      })
  }
}

/// A lesson, and where it went.
private struct LessonPage {
  let story: LessonStory
  let paths: [LessonPath]
  let look: Look

  private var detail: LessonDetail { story.detail }
  private var lesson: LessonRow { detail.lesson }
  private func say(_ en: String, _ ja: String) -> String { look.language.choose(en, ja) }

  var body: HTML { way + facts + rollOuts + adoptions + effects + trained + further }

  /// How far it has come, from cycle to effect.
  private var way: HTML {
    let stages: [(String, Bool)] = [
      (say("Cycle", "ミニPDCA"), !detail.cycles.isEmpty), (say("Lesson", "教訓"), true),
      (say("Validated", "検証"), lesson.validatedAt != nil),
      (
        say("Adopted or trained", "採用・研修"),
        !detail.adoptions.filter(\.adopted).isEmpty
          || !detail.designs.filter { $0.item != nil }.isEmpty
      ),
      (say("Effect measured", "効果測定"), !detail.reuses.isEmpty),
    ]
    let items = stages.map { name, isDone -> HTML in
      isDone ? "<li class=\"done\">\(name) <span>✓</span></li>" : "<li>\(name) <span>–</span></li>"
    }
    return "<ol class=\"steps\" aria-label=\"\(say("How far it has come", "進み具合"))\">\(items)</ol>"
  }

  private var facts: HTML {
    let facts: [(String, HTML?)] = [
      (say("State", "状態"), .text("\(lesson.status.words(look.language))")),
      (say("Kind", "種別"), .text("\(lesson.kind.words(look.language))")),
      (say("Conditions", "成り立つ条件"), .text("\(lesson.conditions)")),
      (say("Suggestion", "提案"), .text("\(lesson.suggestion)")),
      (say("Rationale", "提案の理由"), .text("\(lesson.rationale)")),
      (say("Learned from", "もとのミニPDCA"), look.links(detail.cycles)),
      (say("For training", "研修向け"), lesson.forTraining ? .text(say("yes", "はい")) : nil),
      (say("Drafted", "起案"), look.made(lesson.draftedAt, by: lesson.author)),
      (say("Validated", "検証"), validated),
      (say("Retired", "廃止"), .text(lesson.retiredReason)),
      (say("Reuse", "再利用"), reuse), (say("Consulted by", "参照した計画"), look.links(detail.consultedBy)),
    ]
    return .facts(facts)
  }

  private var validated: HTML? {
    guard let at = lesson.validatedAt, let by = lesson.validator else { return nil }
    let alone = lesson.validatedAlone ? say(" (author alone)", "（起案者本人のみ）") : ""
    return "\(look.made(at, by: by))\(alone) \(lesson.validationNote ?? "")"
  }

  private var reuse: HTML? {
    guard let reuse = story.reuse, let rate = reuse.rate else { return nil }
    let percent = NumberText(language: look.language, isProportion: true).computed(rate)
    let all = max(reuse.proposed, reuse.adopted + reuse.declined)
    return
      "\(say("adopted by \(reuse.adopted) of \(all) departments (\(percent))", "\(all)部門中\(reuse.adopted)部門で採用（\(percent)）"))"
  }

  private var rollOuts: HTML {
    .section(
      "rollouts", say("Roll-out", "横展開"),
      .list(
        detail.rollOuts.map { row -> HTML in
          "\(look.link(row.proposedTo)): \(row.why) (\(look.made(row.proposedAt, by: row.proposedBy)))"
        }))
  }

  private var adoptions: HTML {
    .section(
      "adoptions", say("Decisions of departments", "各部門の判断"),
      .list(
        detail.adoptions.map { row -> HTML in
          let made = row.adopted ? say("adopted", "採用") : say("declined", "見送り")
          return """
            \(look.link(row.department)) <strong>\(made)</strong> \(row.text ?? "") \
            \(row.cycle.map { look.link($0) }) (\(look.made(row.decidedAt, by: row.decidedBy)))
            """
        }))
  }

  private var effects: HTML {
    .section(
      "effects", say("Measured effect", "測定した効果"),
      .list(
        detail.reuses.map { row -> HTML in
          let days = row.leadTimeDays.map { look.days($0) } ?? ""
          return """
            \(look.link(row.department)) \(look.link(row.kpi)): \
            \(row.before.words) → \(row.after.words) \(days) \(row.note ?? "")
            """
        }))
  }

  /// Into which designs it went, which sessions taught it, what the KPIs say since.
  private var trained: HTML {
    let answers = paths.flatMap(\.answers).map { answer -> HTML in
      if let reason = answer.declinedReason {
        return "\(look.link(answer.design)) \(say("declined", "見送り")): \(reason)"
      }
      let item = answer.item.map(String.init) ?? ""
      let sessions = answer.sessions.map { session -> HTML in
        """
        \(session.trace.sessionDate.map { look.day($0) }) \(session.trace.sessionTitle ?? "")\
        \(HTML.list(session.effects.map { "\($0.words(look.language))" }))
        """
      }
      return """
        \(look.link(answer.design)) \(say("item \(item)", "項目\(item)")): \(answer.itemTitle ?? "")\
        \(HTML.list(sessions))
        """
    }
    return .section("training", say("Training designs", "研修設計"), .list(answers))
  }

  private var further: HTML {
    let id = "\(lesson.id)"
    var items = [
      look.link(.why(id), say("What was known when it was decided", "決定の経緯")),
      look.link(.replay(id), say("Event by event", "記録を一件ずつたどる")),
    ]
    if !look.isPast, lesson.status == .draft {
      items.append(.command(say("Validate it:", "検証する:"), "pdca lesson validate \(id)"))
    }
    if !look.isPast, lesson.status == .validated {
      items.append(.command(say("Adopt it:", "採用する:"), "pdca lesson adopt \(id) -d <department>"))
    }
    return .section("further", say("Further", "関連"), .list(items))
  }
}
