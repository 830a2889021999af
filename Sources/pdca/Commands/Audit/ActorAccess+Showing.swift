import Bilingual
import EventLog
import Office

extension ActorAccess.Standing {
  var words: Phrase {
    switch self {
    case .person: Phrase(en: "person", ja: "人")
    case .machine: Phrase(en: "machine", ja: "機械")
    case .left: Phrase(en: "has left", ja: "離任")
    case .notAMember: Phrase(en: "no member", ja: "メンバー外")
    }
  }
}

extension ActorAccess.Login {
  var words: Phrase {
    switch self {
    case .none: Phrase(en: "no", ja: "不可")
    case .member: Phrase(en: "yes", ja: "可")
    case .superuser: Phrase(en: "superuser", ja: "サーバー管理者")
    }
  }
}
