import Bilingual
import Terminal
import Wording

/// Why there is no PDF; the page itself can always be had.
enum RenderingError: Error, Worded {
  /// The renderer is not installed.
  case missing
  case late(Duration)
  case failed(output: String)

  var exitCode: ExitCode {
    switch self {
    case .missing: .unavailable
    case .late: .temporary
    case .failed: .ioError
    }
  }

  var refused: Phrase {
    switch self {
    case .missing:
      Phrase(
        en: "a PDF needs the program weasyprint, which is not installed. Nothing was written.",
        ja: "PDF の作成に必要な weasyprint がインストールされていません。何も書き出していません。")
    case .late(let deadline):
      Phrase(
        en: "weasyprint took longer than \(deadline.components.seconds) seconds and was stopped. "
          + "Nothing was written.",
        ja: "weasyprint が\(deadline.components.seconds)秒以内に終わらなかったため中止しました。"
          + "何も書き出していません。")
    case .failed(let output):
      Phrase(
        en: "weasyprint failed: \(output) Nothing was written.",
        ja: "weasyprint が失敗しました: \(output) 何も書き出していません。")
    }
  }

  var steps: [Step] {
    let page = Step(
      en: "or write the page instead", ja: "または HTML で書き出す", "--format html --output FILE.html")
    switch self {
    case .missing:
      return [
        Step(
          en: "On Debian install it with", ja: "Debian でのインストール",
          "apt-get install weasyprint fonts-ipaexfont-gothic"), page,
      ]
    case .late:
      return [
        Step(
          en: "Give it more time", ja: "制限時間を延ばす",
          "PDCA_PDF_DEADLINE=600 " + Surroundings.commandLine),
        page,
      ]
    case .failed: return [page]
    }
  }
}
