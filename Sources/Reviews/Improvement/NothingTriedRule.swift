import Bilingual
import CivilTime
import Domain
import ReadModels
import Wording

/// Trainings after which nobody of a department tried anything in time.
enum NothingTriedRule: ImprovementRule {
  static let name = "nothingTried"
  static let condition = Phrase(
    en: "Members of a department attended a training, the organization's days for trying something "
      + "(14 unless set otherwise) ended in the period, and none of them planned a cycle or "
      + "logged an action.",
    ja: "部門のメンバーが研修を受講し、試行期間（既定は14日）が期間内に終わりましたが、受講者の計画も実施もありません。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.background.trials.filter { $0.tried == 0 }.map { trial in
      let many = trial.attended
      let who = many == 1 ? "the one person" : "the \(many) people"
      return point(
        Phrase(
          en: "Of \(who) of \(trial.department) who attended \(trial.title) (\(trial.design), "
            + "\(trial.date.prose.en)), none planned or logged anything by "
            + "\(trial.deadline.prose.en).",
          ja: "\(trial.title)（\(trial.design)、\(trial.date.prose.ja)）を受講した\(trial.department)の"
            + "\(many)名は、\(trial.deadline.prose.ja)までに計画も実施も記録していません。"),
        evidence: ["\(trial.design.department)@\(trial.position)"],
        .plan(
          in: trial.department, kind: .tryAfterTraining, about: "\(trial.design).\(trial.session)",
          Phrase(
            en: "Plan a first cycle in \(trial.department) from \(trial.title)",
            ja: "\(trial.title)の内容を\(trial.department)で試す計画を立てる")))
    }
  }
}
