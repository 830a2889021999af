@testable import Domain

extension OrganizationRefusal {
  private static let headquarters = DepartmentCode("HQ")!
  private static let sales = DepartmentCode("SALES")!
  private static let sato = Account("sato")!
  private static let bot = Account("report-bot")!

  /// One of each case.
  static let examples: [OrganizationRefusal] = [
    .text(.empty(.name)), .notFounded, .alreadyFounded(name: "例社"),
    .malformedTimeZone("JST 9"), .fiscalYearStartOutOfRange(13), .trialDaysOutOfRange(0),
    .departmentExists(asked: DepartmentCode("Sales")!, existing: sales, name: "営業部"),
    .unknownDepartment(DepartmentCode("SALE")!, known: [headquarters, sales]),
    .departmentClosed(sales, successor: nil), .departmentClosed(sales, successor: headquarters),
    .headCannotClose(headquarters), .openCyclesNeedSuccessor(sales, openCycles: 3),
    .openCyclesNeedSuccessor(sales, openCycles: 1), .successorIsItself(sales),
    .successorClosed(headquarters, successor: sales),
    .alreadyMember(sato, department: sales, layer: .field, isMachine: false),
    .notAMember(sato), .machineCannotHoldRole(bot, .reviewer), .machineCannotSponsor(bot, sales),
    .sponsorNotExecutive(sato, layer: .field, department: sales),
    .roleNotGranted(sato, .trainer), .roleForAll(sato, .reviewer), .roleForAll(sato, .auditor),
    .roleNotGrantedFor(sato, .reviewer, headquarters, held: [sales]), .lastAdministrator(sato),
  ]
}
