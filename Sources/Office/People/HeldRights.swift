package import Domain
import Postgres
package import ReadModels

/// What a member may do, by department: as the database enforces it, of the moment that is looked at.
package struct HeldRights: Sendable, Equatable {
  /// Rights by a department's code, `*` for all departments; as the schema names them (`log.part_right`).
  package private(set) var may: [String: Set<String>] = [:]

  package init() {}

  package static let everywhere = "*"

  mutating func add(_ right: String, in department: String) {
    may[department, default: []].insert(right)
  }
}

extension Office {
  /// Of each member that hasn't left: by layer, roles and who founded the organization, with what the
  /// departments took over.
  package func rights(of entries: [MemberEntry]) throws -> [Account: HeldRights] {
    let stated = try session.query("SELECT part, may, reach FROM log.part_right") { row in
      StatedRight(part: try row.text(0), may: try row.text(1), reach: try row.text(2))
    }
    let founder = try session.first(
      """
      SELECT e.actor FROM log.event e
      WHERE e.department = log.head_department() AND e.stream = 'organization'
        AND e.stream_version = 1 AND e.type = 'OrganizationFounded'
      """
    ) { try $0.text(0) }
    let byPart = Dictionary(grouping: stated, by: \.part)
    let taken = try takenOver()
    return entries.filter { $0.member.leftAt == nil }.reduce(into: [:]) { all, entry in
      var held = HeldRights()
      for (part, department) in entry.parts(founder: founder) {
        for right in byPart[part] ?? [] {
          let place = right.reach == "all" ? HeldRights.everywhere : department
          for code in taken.reached(from: place) { held.add(right.may, in: code) }
        }
      }
      all[entry.member.account] = held
    }
  }

  /// Departments that were closed, by the one that goes on for each.
  private func takenOver() throws -> [String: [String]] {
    let closed = try departments(includingClosed: true).filter { $0.successor != nil }
    return Dictionary(grouping: closed) { $0.successor!.rawValue }
      .mapValues { $0.map(\.code.rawValue) }
  }
}

/// A row of `log.part_right`.
private struct StatedRight {
  let part: String
  let may: String
  let reach: String
}

extension MemberEntry {
  /// Parts in the organization, each with the department that it is for.
  fileprivate func parts(founder: String?) -> [(part: String, department: String)] {
    let own = (
      part: member.isMachine ? "machine" : member.layer.rawValue, department: member.home.rawValue
    )
    let held = roles.flatMap { role in
      (limits[role]?.map(\.rawValue) ?? [HeldRights.everywhere]).map { (role.rawValue, $0) }
    }
    let isFounder = roles.contains(.administrator) && member.account.rawValue == founder
    return [own] + held + (isFounder ? [("founder", HeldRights.everywhere)] : [])
  }
}

extension [String: [String]] {
  /// The department and those that it took over, by itself or through others.
  fileprivate func reached(from code: String) -> [String] {
    var found = [code]
    var place = 0
    while place < found.count {
      found += (self[found[place]] ?? []).filter { !found.contains($0) }
      place += 1
    }
    return found
  }
}
