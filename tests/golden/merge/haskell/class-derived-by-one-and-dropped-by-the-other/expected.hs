data Queue a = Queue [a] [a]
  deriving (Eq, Ord)
