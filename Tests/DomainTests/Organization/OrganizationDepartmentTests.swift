import Testing

@testable import Domain

@Suite("Departments")
struct OrganizationDepartmentTests {
  let facts = OrganizationFacts()

  @Test("A department is registered")
  func register() {
    Organization.given(.founded)
      .when(.registerDepartment(code: .sales, name: "Sales"), knowing: facts)
      .then(.departmentRegistered(code: .sales, name: "Sales"))
  }

  @Test("A code is used once, whatever its case", arguments: ["SALES", "Sales"])
  func registerTwice(code: String) throws {
    let code = try #require(DepartmentCode(code))
    Organization.given(.staffed)
      .when(.registerDepartment(code: code, name: "More sales"), knowing: facts)
      .thenRefused(.departmentExists(asked: code, existing: .sales, name: "Sales"))
  }

  @Test("A department is renamed; to the name it has, nothing happens")
  func rename() {
    let given = Organization.given(.staffed)
    given.when(.renameDepartment(code: .sales, name: "Field sales"), knowing: facts)
      .then(.departmentRenamed(code: .sales, name: "Field sales"))
    given.when(.renameDepartment(code: .sales, name: "Sales"), knowing: facts).thenNothing()
  }

  @Test("An unknown department is refused with the known ones")
  func unknown() {
    Organization.given(.staffed)
      .when(.renameDepartment(code: "SALE", name: "Sales"), knowing: facts)
      .thenRefused(.unknownDepartment("SALE", known: [.headquarters, .sales]))
  }

  @Test("A closed department is neither renamed nor joined")
  func closed() {
    let given = Organization.given(.closed)
    given.when(.renameDepartment(code: .sales, name: "Field sales"), knowing: facts)
      .thenRefused(.departmentClosed(.sales, successor: nil))
    given.when(
      .join(account: "tanaka", department: .sales, layer: .field, isMachine: false),
      knowing: facts
    )
    .thenRefused(.departmentClosed(.sales, successor: nil))
  }

  @Test("A department without open cycles closes without a successor, once")
  func close() {
    let command = OrganizationCommand.closeDepartment(
      code: .sales, successor: nil, reason: "Merged")
    Organization.given(.staffed).when(command, knowing: facts)
      .then(.departmentClosed(code: .sales, successor: nil, reason: "Merged"))
    Organization.given(.closed).when(command, knowing: facts).thenNothing()
    Organization.given(.closed)
      .when(.closeDepartment(code: .sales, successor: nil, reason: "Sold"), knowing: facts)
      .thenRefused(.departmentClosed(.sales, successor: nil))
  }

  @Test("Open cycles need a successor")
  func openCycles() {
    let given = Organization.given(.staffed)
    let busy = OrganizationFacts(openCycles: 3)
    given.when(.closeDepartment(code: .sales, successor: nil, reason: "Merged"), knowing: busy)
      .thenRefused(.openCyclesNeedSuccessor(.sales, openCycles: 3))
    given.when(
      .closeDepartment(code: .sales, successor: .headquarters, reason: "Merged"),
      knowing: busy
    )
    .then(.departmentClosed(code: .sales, successor: .headquarters, reason: "Merged"))
  }

  @Test("A successor is another department, known and open")
  func successor() {
    let given = Organization.given(
      .closed + [.departmentRegistered(code: "DEV", name: "Development")])
    func close(into successor: DepartmentCode) -> Outcome<Organization> {
      given.when(
        .closeDepartment(code: "DEV", successor: successor, reason: "Merged"), knowing: facts)
    }
    close(into: "DEV").thenRefused(.successorIsItself("DEV"))
    close(into: "LAW").thenRefused(
      .unknownDepartment("LAW", known: ["DEV", .headquarters, .sales]))
    close(into: .sales).thenRefused(.successorClosed("DEV", successor: .sales))
  }

  @Test("The head department stays open")
  func head() {
    Organization.given(.staffed)
      .when(
        .closeDepartment(code: .headquarters, successor: .sales, reason: "Merged"),
        knowing: facts
      )
      .thenRefused(.headCannotClose(.headquarters))
  }

  @Test("An executive becomes sponsor, once")
  func sponsor() {
    let command = OrganizationCommand.assignSponsor(department: .sales, account: .sato)
    Organization.given(.staffed).when(command, knowing: facts)
      .then(.sponsorAssigned(department: .sales, account: .sato))
    Organization.given(.staffed + [.sponsorAssigned(department: .sales, account: .sato)])
      .when(command, knowing: facts).thenNothing()
  }

  @Test("Sponsors are executives and people")
  func notSponsor() {
    let given = Organization.given(.staffed)
    given.when(.assignSponsor(department: .sales, account: .suzuki), knowing: facts)
      .thenRefused(.sponsorNotExecutive(.suzuki, layer: .field, department: .sales))
    given.when(.assignSponsor(department: .sales, account: .bot), knowing: facts)
      .thenRefused(.machineCannotSponsor(.bot, .sales))
    given.when(.assignSponsor(department: .sales, account: "tanaka"), knowing: facts)
      .thenRefused(.notAMember("tanaka"))
  }

  @Test("A sponsorship ends when the executive moves to another layer")
  func sponsorMoves() {
    let given = Organization.given(
      .staffed + [
        .sponsorAssigned(department: .sales, account: .sato),
        .memberJoined(
          account: .sato, department: .headquarters, layer: .promoter, isMachine: false),
      ])
    guard case .founded(let founded) = given.state else {
      Testing.Issue.record("not founded")
      return
    }
    #expect(founded.sponsors.isEmpty)
  }
}
