cmake_minimum_required(VERSION 3.16)
project(tool VERSION 1.0 LANGUAGES CXX)

option(TOOL_TESTS "Build the tests" ON)
option(TOOL_DOCS "Build the docs" OFF)

find_package(Threads REQUIRED)

# The library.
add_library(core
  src/core.cc
  src/io.cc
)
target_link_libraries(core PUBLIC Threads::Threads)

if(TOOL_TESTS)
  enable_testing()
  add_subdirectory(tests)
endif()

function(tool_warnings target)
  target_compile_options(${target} PRIVATE -Wall)
endfunction()
