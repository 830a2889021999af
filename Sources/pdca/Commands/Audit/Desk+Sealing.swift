import Domain
import Office
import Terminal

extension Desk {
  /// Seals a department's log where a signing key is; says so on standard error, since what the
  /// command did stands either way.
  func sealing(_ department: DepartmentCode) {
    do {
      guard let sealed = try office.seal(department, try Sealing.usual) else { return }
      answer.console.note(sealed.line(answer))
    } catch AuditError.noKey {
      answer.console.note(
        answer.say(
          "Unsealed: there is no signing key. Make one:  pdca audit key new",
          "未封印です (署名鍵がありません)。作成する:  pdca audit key new"))
    } catch {
      answer.console.note(
        answer.say("Unsealed. ", "未封印です。") + Failure(error).text(in: answer.language))
    }
  }
}
