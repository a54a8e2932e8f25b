target_sources(core PRIVATE
  a.cc
  c.cc
)
