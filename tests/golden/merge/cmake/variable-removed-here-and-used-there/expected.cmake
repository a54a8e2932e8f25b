project(x)
set(SRCS a.c b.c)
<<<<<<< left
add_executable(x ${SRCS})
=======
set(OLD o.c)
add_executable(x ${SRCS})
add_library(o ${OLD})
>>>>>>> right
