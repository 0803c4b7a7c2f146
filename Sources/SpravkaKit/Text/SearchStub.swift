// Stand-in.
func phoneticAlias(of word: [UInt8]) -> [UInt8]? { nil }
