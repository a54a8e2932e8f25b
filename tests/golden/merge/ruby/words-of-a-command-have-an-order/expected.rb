COLORS = %w[red green blue pink]
<<<<<<< left
BUILD_ARGS = %w[make build test]
=======
BUILD_ARGS = %w[make build docs]
>>>>>>> right

def lint
<<<<<<< left
  system(*["rubocop", "lib", "spec"])
=======
  system(*["rubocop", "lib", "bin"])
>>>>>>> right
end
