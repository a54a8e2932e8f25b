COLORS = %w[red green blue]
BUILD_ARGS = %w[make build test]

def lint
  system(*["rubocop", "lib", "spec"])
end
