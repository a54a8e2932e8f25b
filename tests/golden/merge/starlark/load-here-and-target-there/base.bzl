load("@rules_cc//cc:defs.bzl", "cc_library", "cc_test")
