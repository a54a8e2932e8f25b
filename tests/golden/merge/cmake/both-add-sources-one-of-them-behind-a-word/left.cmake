target_sources(core PRIVATE
  a.cc
  PUBLIC b.h
)
