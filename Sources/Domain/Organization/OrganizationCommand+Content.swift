package import CanonicalJSON

extension OrganizationCommand: StatedCommand {
  package var content: JSON {
    switch self {
    case .found(let founding):
      .command("organization.found", founding.stated)
    case .registerDepartment(let code, let name):
      .command("department.add", ["code": JSON(text: code), "name": JSON(name)])
    case .renameDepartment(let code, let name):
      .command("department.rename", ["code": JSON(text: code), "name": JSON(name)])
    case .closeDepartment(let code, let successor, let reason):
      .command(
        "department.close",
        ["code": JSON(text: code), "successor": JSON(text: successor), "reason": JSON(reason)])
    case .join(let account, let department, let layer, let isMachine):
      .command(
        "member.add",
        [
          "account": JSON(text: account), "department": JSON(text: department),
          "layer": JSON(layer.rawValue), "isMachine": JSON(isMachine),
        ])
    case .move(let account, let department, let layer):
      .command(
        "member.move",
        [
          "account": JSON(text: account), "department": JSON(text: department),
          "layer": JSON(layer.rawValue),
        ])
    case .leave(let account, let reason):
      .command("member.leave", ["account": JSON(text: account), "reason": JSON(reason)])
    case .grant(let account, let role):
      .command("member.grant", ["account": JSON(text: account), "role": JSON(role.rawValue)])
    case .revoke(let account, let role, let reason):
      .command(
        "member.revoke",
        ["account": JSON(text: account), "role": JSON(role.rawValue), "reason": JSON(reason)])
    case .assignSponsor(let department, let account):
      .command(
        "department.sponsor",
        ["department": JSON(text: department), "account": JSON(text: account)])
    }
  }
}

extension OrganizationFounding {
  fileprivate var stated: JSONObject {
    [
      "name": JSON(name), "head": JSON(text: head), "headName": JSON(headName),
      "timeZone": JSON(timeZone), "fiscalYearStart": JSON(stated: fiscalYearStart),
      "trialDays": JSON(stated: trialDays), "founderLayer": JSON(founderLayer.rawValue),
    ]
  }
}
