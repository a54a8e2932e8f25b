target_sources(core PRIVATE
  a.cc
)
