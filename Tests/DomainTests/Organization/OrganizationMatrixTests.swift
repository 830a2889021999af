import Testing

@testable import Domain

@Suite("Every state of the organization with every command")
struct OrganizationMatrixTests {
  let matrix = Matrix<Organization>(
    states: [
      ("unfounded", []), ("founded", .founded), ("staffed", .staffed), ("closed", .closed),
    ],
    commands: [
      ("found", .found(.example)),
      ("register", .registerDepartment(code: .sales, name: "Sales")),
      ("rename", .renameDepartment(code: .sales, name: "Field sales")),
      ("close", .closeDepartment(code: .sales, successor: nil, reason: "Merged")),
      (
        "join",
        .join(account: .suzuki, department: .sales, layer: .field, isMachine: false)
      ),
      ("move", .move(account: .suzuki, department: .headquarters, layer: .promoter)),
      ("leave", .leave(account: .suzuki, reason: nil)),
      ("grant", .grant(account: .suzuki, role: .reviewer)),
      ("revoke", .revoke(account: .suzuki, role: .reviewer, reason: nil)),
      ("sponsor", .assignSponsor(department: .sales, account: .sato)),
    ],
    facts: OrganizationFacts())

  @Test("gives events that fold and can be stored, or a refusal")
  func sound() throws { try matrix.expectSound(refusedAgain: ["found", "register", "leave"]) }

  @Test("is as pinned")
  func pinned() {
    #expect(
      matrix.table == """
        unfounded
          found: OrganizationFounded DepartmentRegistered MemberJoined RoleGranted, machine: ✗ machineCannotHoldRole
          register: ✗ notFounded
          rename: ✗ notFounded
          close: ✗ notFounded
          join: ✗ notFounded
          move: ✗ notFounded
          leave: ✗ notFounded
          grant: ✗ notFounded
          revoke: ✗ notFounded
          sponsor: ✗ notFounded
        founded
          found: ✗ alreadyFounded
          register: DepartmentRegistered
          rename: ✗ unknownDepartment
          close: ✗ unknownDepartment
          join: ✗ unknownDepartment
          move: ✗ notAMember
          leave: ✗ notAMember
          grant: ✗ notAMember
          revoke: ✗ notAMember
          sponsor: ✗ unknownDepartment
        staffed
          found: ✗ alreadyFounded
          register: ✗ departmentExists
          rename: DepartmentRenamed
          close: DepartmentClosed
          join: –
          move: MemberJoined
          leave: MemberLeft
          grant: RoleGranted
          revoke: ✗ roleNotGranted
          sponsor: SponsorAssigned
        closed
          found: ✗ alreadyFounded
          register: ✗ departmentExists
          rename: ✗ departmentClosed
          close: –
          join: –
          move: MemberJoined
          leave: MemberLeft
          grant: RoleGranted
          revoke: ✗ roleNotGranted
          sponsor: ✗ departmentClosed
        """)
  }
}
