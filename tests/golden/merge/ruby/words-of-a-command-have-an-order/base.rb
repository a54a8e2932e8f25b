COLORS = %w[red green]
BUILD_ARGS = %w[make build]

def lint
  system(*["rubocop", "lib"])
end
