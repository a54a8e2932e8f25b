target_sources(core PRIVATE
  a.cc
<<<<<<< left
  PUBLIC b.h
=======
  c.cc
>>>>>>> right
)
