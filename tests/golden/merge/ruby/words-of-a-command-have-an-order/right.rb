COLORS = %w[red green pink]
BUILD_ARGS = %w[make build docs]

def lint
  system(*["rubocop", "lib", "bin"])
end
