project(x)
set(SRCS a.c b.c)
set(OLD o.c)
add_executable(x ${SRCS})
