enable_testing()
add_executable(tests main.cpp)
add_test(NAME unit COMMAND tests)
<<<<<<< left
add_test(NAME fast COMMAND tests --fast)
=======
add_test(NAME fast COMMAND tests -f)
>>>>>>> right
