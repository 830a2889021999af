extension ProjectionModule {
  static let organization = ProjectionModule(
    name: "organization", version: 2,
    description: "The organization, its departments, members and their roles",
    subjects: [.organization],
    tables: [OrganizationRow.self, DepartmentRow.self, MemberRow.self, MemberRoleRow.self])
}
