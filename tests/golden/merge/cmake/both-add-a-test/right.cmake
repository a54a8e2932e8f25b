enable_testing()
add_executable(tests main.cpp)
add_test(NAME unit COMMAND tests)
add_test(NAME slow COMMAND tests --slow)
