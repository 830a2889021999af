import Testing

@testable import Domain

@Suite("Members and roles")
struct OrganizationMemberTests {
  let facts = OrganizationFacts()
  let staffed = Organization.given(.staffed)

  @Test("A member joins; the same again does nothing")
  func join() {
    staffed.when(
      .join(account: "tanaka", department: .sales, layer: .promoter, isMachine: false),
      knowing: facts
    )
    .then(
      .memberJoined(account: "tanaka", department: .sales, layer: .promoter, isMachine: false))
    staffed.when(
      .join(account: .suzuki, department: .sales, layer: .field, isMachine: false),
      knowing: facts
    )
    .thenNothing()
  }

  @Test("A member doesn't join a second time in another way")
  func joinTwice() {
    let refusal = OrganizationRefusal.alreadyMember(
      .suzuki, department: .sales, layer: .field, isMachine: false)
    staffed.when(
      .join(account: .suzuki, department: .headquarters, layer: .field, isMachine: false),
      knowing: facts
    )
    .thenRefused(refusal)
    staffed.when(
      .join(account: .suzuki, department: .sales, layer: .field, isMachine: true),
      knowing: facts
    )
    .thenRefused(refusal)
  }

  @Test("A member moves, keeping roles; to where it is, nothing happens")
  func move() {
    staffed.when(
      .move(account: .suzuki, department: .headquarters, layer: .promoter), knowing: facts
    )
    .then(
      .memberJoined(
        account: .suzuki, department: .headquarters, layer: .promoter, isMachine: false))
    staffed.when(.move(account: .suzuki, department: .sales, layer: .field), knowing: facts)
      .thenNothing()
    Organization.given(
      .staffed + [
        .memberJoined(account: .sato, department: .sales, layer: .field, isMachine: false)
      ]
    )
    .when(.grant(account: .sato, role: .administrator), knowing: facts).thenNothing()
  }

  @Test("Who is no member neither moves, leaves nor gets a role")
  func notAMember() {
    for command in [
      OrganizationCommand.move(account: "tanaka", department: .sales, layer: .field),
      .leave(account: "tanaka", reason: nil), .grant(account: "tanaka", role: .reviewer),
      .revoke(account: "tanaka", role: .reviewer, reason: nil),
    ] {
      staffed.when(command, knowing: facts).thenRefused(.notAMember("tanaka"))
    }
  }

  @Test("A member leaves and loses what it held")
  func leave() {
    staffed.when(.leave(account: .suzuki, reason: "Retired"), knowing: facts)
      .then(.memberLeft(account: .suzuki, reason: "Retired"))
    let rejoined: [OrganizationEvent] = [
      .roleGranted(account: .suzuki, role: .reviewer),
      .memberLeft(account: .suzuki, reason: nil),
      .memberJoined(account: .suzuki, department: .sales, layer: .field, isMachine: false),
    ]
    Organization.given(.staffed + rejoined)
      .when(.revoke(account: .suzuki, role: .reviewer, reason: nil), knowing: facts)
      .thenRefused(.roleNotGranted(.suzuki, .reviewer))
  }

  @Test("A role is granted once and revoked")
  func roles() {
    staffed.when(.grant(account: .suzuki, role: .reviewer), knowing: facts)
      .then(.roleGranted(account: .suzuki, role: .reviewer))
    let reviewing = Organization.given(
      .staffed + [.roleGranted(account: .suzuki, role: .reviewer)])
    reviewing.when(.grant(account: .suzuki, role: .reviewer), knowing: facts).thenNothing()
    reviewing.when(.revoke(account: .suzuki, role: .reviewer, reason: "Moved"), knowing: facts)
      .then(.roleRevoked(account: .suzuki, role: .reviewer, reason: "Moved"))
  }

  @Test("A role is granted for departments, and goes where it isn't held yet")
  func departments() {
    let sales: [DepartmentCode] = [.sales]
    staffed.when(
      .grant(account: .suzuki, role: .reviewer, departments: sales), knowing: facts
    ).then(.roleGranted(account: .suzuki, role: .reviewer, departments: sales))
    let held = Organization.given(
      .staffed + [.roleGranted(account: .suzuki, role: .reviewer, departments: sales)])
    held.when(.grant(account: .suzuki, role: .reviewer, departments: sales), knowing: facts)
      .thenNothing()
    held.when(
      .grant(account: .suzuki, role: .reviewer, departments: [.sales, .headquarters]),
      knowing: facts
    ).then(.roleGranted(account: .suzuki, role: .reviewer, departments: [.headquarters]))
    held.when(.grant(account: .suzuki, role: .reviewer), knowing: facts)
      .then(.roleGranted(account: .suzuki, role: .reviewer))
    held.when(
      .revoke(account: .suzuki, role: .reviewer, reason: nil, departments: [.headquarters]),
      knowing: facts
    ).thenRefused(.roleNotGrantedFor(.suzuki, .reviewer, .headquarters, held: sales))
    held.when(
      .revoke(account: .suzuki, role: .reviewer, reason: nil, departments: sales), knowing: facts
    ).then(.roleRevoked(account: .suzuki, role: .reviewer, reason: nil, departments: sales))
    let gone = Organization.given(
      .staffed + [
        .roleGranted(account: .suzuki, role: .reviewer, departments: sales),
        .roleRevoked(account: .suzuki, role: .reviewer, reason: nil, departments: sales),
      ])
    gone.when(.revoke(account: .suzuki, role: .reviewer, reason: nil), knowing: facts)
      .thenRefused(.roleNotGranted(.suzuki, .reviewer))
  }

  @Test("A role of all departments is neither granted nor revoked for some")
  func forAll() {
    let all = Organization.given(.staffed + [.roleGranted(account: .suzuki, role: .reviewer)])
    all.when(
      .grant(account: .suzuki, role: .reviewer, departments: [.sales]), knowing: facts
    ).thenNothing()
    all.when(
      .revoke(account: .suzuki, role: .reviewer, reason: nil, departments: [.sales]),
      knowing: facts
    ).thenRefused(.roleForAll(.suzuki, .reviewer))
    for role in [Role.administrator, .auditor] {
      staffed.when(
        .grant(account: .suzuki, role: role, departments: [.sales]), knowing: facts
      ).thenRefused(.roleForAll(.suzuki, role))
    }
    staffed.when(
      .grant(account: .suzuki, role: .trainer, departments: ["NONE"]), knowing: facts
    ).thenRefused(.unknownDepartment("NONE", known: [.headquarters, .sales]))
  }

  @Test("A machine holds no role")
  func machine() {
    staffed.when(.grant(account: .bot, role: .reviewer), knowing: facts)
      .thenRefused(.machineCannotHoldRole(.bot, .reviewer))
  }

  @Test("What isn't granted isn't revoked")
  func notGranted() {
    staffed.when(.revoke(account: .suzuki, role: .trainer, reason: nil), knowing: facts)
      .thenRefused(.roleNotGranted(.suzuki, .trainer))
  }

  @Test("The last administrator stays, and stays administrator")
  func lastAdministrator() {
    let leave = OrganizationCommand.leave(account: .sato, reason: nil)
    let revoke = OrganizationCommand.revoke(account: .sato, role: .administrator, reason: nil)
    staffed.when(leave, knowing: facts).thenRefused(.lastAdministrator(.sato))
    staffed.when(revoke, knowing: facts).thenRefused(.lastAdministrator(.sato))
    let two = Organization.given(
      .staffed + [.roleGranted(account: .suzuki, role: .administrator)])
    two.when(leave, knowing: facts).then(.memberLeft(account: .sato, reason: nil))
    two.when(revoke, knowing: facts)
      .then(.roleRevoked(account: .sato, role: .administrator, reason: nil))
  }
}
