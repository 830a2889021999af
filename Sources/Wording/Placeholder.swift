// Placeholder until the first file of Wording lands; delete with it.
