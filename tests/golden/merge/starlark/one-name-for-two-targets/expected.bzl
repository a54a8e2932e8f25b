load("@rules_cc//cc:defs.bzl", "cc_library", "cc_test")

package(default_visibility = ["//visibility:public"])

# What everybody needs.
cc_library(
    name = "base",
    srcs = ["base.cc"],
    hdrs = ["base.h"],
    copts = ["-Wall"],
    deps = [
        ":status",
        "//util:strings",
    ],
)

cc_test(
    name = "base_test",
    srcs = ["base_test.cc"],
    deps = [":base"],
)

<<<<<<< left
cc_library(
=======
cc_binary(
>>>>>>> right
    name = "net",
    srcs = ["net.cc"],
)
