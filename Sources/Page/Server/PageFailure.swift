package import Bilingual
import Office
import OperatingSystem
import Postgres
import Presentation
import PrivateServer
import Terminal
package import Wording

/// Why the server couldn't begin, in the words of the terminal.
package enum PageFailure {
  package static func text(of error: any Error) -> String {
    let language = Language.detect(argument: nil, environment: ProcessEnvironment.variables())
    return DisplayText.block(
      OfficeFailure(error).wording.text(in: language).rendered(in: language))
  }

  package static func status(of error: any Error) -> Int32 {
    switch error {
    case ServeFault.cannotListen: ExitCode.ioError.rawValue
    case is ServeFault: ExitCode.usage.rawValue
    case is ClusterError: ExitCode.unavailable.rawValue
    default: OfficeFailure(error).exitCode.rawValue
    }
  }
}

extension ServeFault: Worded {
  package var refused: Phrase {
    switch self {
    case .headerNeedsSocket:
      Phrase(
        en:
          "a proxy's header is believed over a Unix socket alone: anybody who reaches a port can send one.",
        ja: "プロキシのヘッダーによる認証は Unix ソケットでのみ使えます。ポートでは誰でもヘッダーを送れるためです。")
    case .assertionNeedsRules:
      Phrase(
        en:
          "signed assertions need an issuer, an audience, keys, and algorithms with a public key.",
        ja: "署名付きトークンによる認証には、発行者、対象者、公開鍵、公開鍵方式のアルゴリズムの指定が必要です。")
    case .passwordNeedsServer:
      Phrase(
        en: "the private server has no passwords: its accounts are those of this machine.",
        ja: "専用サーバーにはパスワードがありません。このマシンのアカウントで利用します。")
    case .noAccount(let login):
      Phrase(en: "the login \(login) can be nobody's account.", ja: "ログイン \(login) はアカウント名に使えません。")
    case .cannotListen(let address, let reason):
      Phrase(
        en: "nothing can be served at \(address): \(reason).",
        ja: "\(address) では提供できません（\(reason)）。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .headerNeedsSocket:
      [
        Step(
          en: "Such as", ja: "例", "pdca serve --sign-in header --listen unix:/run/pdca/page.sock")
      ]
    case .assertionNeedsRules: [Step(en: "See", ja: "確認する", "pdca serve --help")]
    case .passwordNeedsServer:
      [Step(en: "Sign in by the link", ja: "リンクでサインインする", "pdca serve --sign-in link")]
    case .noAccount: []
    case .cannotListen:
      [Step(en: "Serve elsewhere", ja: "別のアドレスで提供する", "pdca serve --listen 127.0.0.1:8011")]
    }
  }
}
