// Placeholder until the first file of ReadModels lands; delete with it.
