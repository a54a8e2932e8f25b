project(x)
set(SRCS a.c b.c)
add_executable(x ${SRCS})
