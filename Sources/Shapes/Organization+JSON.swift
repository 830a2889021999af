package import CanonicalJSON
import CivilTime
package import Domain
package import ReadModels

extension DepartmentRow {
  /// A department, whichever command shows it.
  /// - Parameter current: the code that commands go by without `-d`.
  package func json(current: String?, head: DepartmentCode) -> JSON {
    .thing([
      "code": .string("\(code)"), "name": .string(name), "isHead": JSON(code == head),
      "isCurrent": JSON("\(code)" == current), "isClosed": JSON(isClosed),
      "successor": JSON(text: successor), "closedReason": JSON(closedReason),
      "closedAt": JSON(text: closedAt), "sponsor": JSON(text: sponsor),
      "registeredAt": .string("\(registeredAt)"),
    ])
  }
}

extension MemberEntry {
  package var sortedRoles: [Role] { Role.allCases.filter(roles.contains) }

  /// A member, whichever command shows it.
  package var json: JSON {
    .thing([
      "account": .string("\(member.account)"), "department": .string("\(member.home)"),
      "layer": .string(member.layer.rawValue), "isMachine": JSON(member.isMachine),
      "roles": JSON(sortedRoles.map(\.rawValue)),
      "roleDepartments": .object(
        sortedRoles.reduce(into: JSONObject()) { object, role in
          object[role.rawValue] = limits[role].map { JSON($0.map(\.rawValue)) }
        }), "joinedAt": .string("\(member.joinedAt)"),
      "leftAt": JSON(text: member.leftAt), "leftReason": JSON(member.leftReason),
    ])
  }
}

extension ValueAreaRow {
  package var json: JSON {
    .thing([
      "name": .string(name), "investment": JSON(investment), "currency": JSON(currency),
      "why": .string(why), "chosenAt": .string("\(chosenAt)"),
      "chosenBy": .string("\(chosenBy)"),
    ])
  }
}

extension VisionRow {
  /// - Parameter kpis: those that it is measured by.
  package func json(kpis: [KPIReference]) -> JSON {
    [
      "statement": .string(statement), "kpis": .texts(kpis),
      "declaredAt": .string("\(declaredAt)"), "declaredBy": .string("\(declaredBy)"),
    ]
  }
}

extension PolicyRow {
  package var json: JSON {
    .thing([
      "policy": .string(policy), "profile": .string(profile), "reason": JSON(reason),
      "review": JSON(text: review), "lessons": .texts(lessons), "setAt": .string("\(setAt)"),
      "setBy": .string("\(setBy)"),
    ])
  }
}
