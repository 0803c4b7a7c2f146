// The compiled form of a template.
