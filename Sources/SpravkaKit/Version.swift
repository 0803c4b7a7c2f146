// The one place of the version: `--version`, the archive of `make dist` and the mark of a built
// folder all take it from here.

/// The version of Spravka, after semver.org; a release changes it together with CHANGELOG.md.
public let spravkaVersion = "0.1.0"
