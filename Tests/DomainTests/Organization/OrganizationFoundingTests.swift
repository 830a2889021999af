import Testing

@testable import Domain

@Suite("Founding an organization")
struct OrganizationFoundingTests {
  let facts = OrganizationFacts()

  @Test("Founding registers the head and makes the founder its administrator")
  func found() {
    #expect(
      Organization.given().when(.found(.example), knowing: facts).result == .success(.founded))
  }

  @Test("An organization is founded once")
  func foundTwice() {
    Organization.given(.founded).when(.found(.example), knowing: facts)
      .thenRefused(.alreadyFounded(name: "Example Ltd"))
  }

  @Test("Nothing happens before the founding")
  func notFounded() {
    Organization.given()
      .when(.registerDepartment(code: .sales, name: "Sales"), knowing: facts)
      .thenRefused(.notFounded)
  }

  @Test("A machine founds nothing")
  func machine() {
    Organization.given().when(.found(.example), knowing: facts, in: .machine)
      .thenRefused(.machineCannotHoldRole(.bot, .administrator))
  }

  @Test("Time zones look like IANA names", arguments: ["Asia/Tokyo", "UTC", "Etc/GMT+9"])
  func timeZone(name: String) throws {
    var founding = OrganizationFounding.example
    founding.timeZone = name
    let events = try Organization.given().when(.found(founding), knowing: facts).result.get()
    #expect(events.count == 4)
  }

  @Test("Other texts are no time zones", arguments: ["", "Asia/", "東京", "/Tokyo", "JST 9"])
  func malformedTimeZone(name: String) {
    var founding = OrganizationFounding.example
    founding.timeZone = name
    Organization.given().when(.found(founding), knowing: facts)
      .thenRefused(.malformedTimeZone(name))
  }

  @Test("The fiscal year starts in a month that exists", arguments: [0, 13, -1])
  func fiscalYear(month: Int) {
    var founding = OrganizationFounding.example
    founding.fiscalYearStart = month
    Organization.given().when(.found(founding), knowing: facts)
      .thenRefused(.fiscalYearStartOutOfRange(month))
  }

  @Test("A trial lasts from a day to a year", arguments: [0, 366])
  func trialDays(days: Int) {
    var founding = OrganizationFounding.example
    founding.trialDays = days
    Organization.given().when(.found(founding), knowing: facts)
      .thenRefused(.trialDaysOutOfRange(days))
  }

  @Test("An organization needs a name")
  func emptyName() {
    var founding = OrganizationFounding.example
    founding.name = " "
    Organization.given().when(.found(founding), knowing: facts)
      .thenRefused(.text(.empty(.name)))
  }
}
