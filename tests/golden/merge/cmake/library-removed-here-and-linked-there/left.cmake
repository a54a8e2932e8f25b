add_executable(a main.cpp)
