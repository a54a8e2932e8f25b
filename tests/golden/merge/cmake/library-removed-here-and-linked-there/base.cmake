add_library(core core.cpp)

add_executable(a main.cpp)
