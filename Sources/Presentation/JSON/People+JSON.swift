package import CanonicalJSON
import CivilTime
package import Domain
package import Office
import Shapes

extension PeopleNames {
  /// What an account is called.
  package func json(of account: Account) -> JSON {
    ["account": .string("\(account)"), "name": .string(self(account))]
  }
}

extension Absence {
  package var json: JSON { Self.json(of: account, days) }

  /// That one is off.
  package static func cancelledJSON(of account: Account) -> JSON { json(of: account, nil) }

  private static func json(of account: Account, _ days: DateSpan?) -> JSON {
    .thing([
      "account": .string("\(account)"), "from": JSON(text: days?.first),
      "to": JSON(text: days?.last),
    ])
  }
}

extension DepartmentCode {
  /// That it is the current one, by the configuration's file.
  package func json(configuredIn path: String) -> JSON {
    ["department": .string("\(self)"), "configuration": .string(path)]
  }
}
