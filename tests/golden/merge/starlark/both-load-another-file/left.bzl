load("@rules_cc//cc:defs.bzl", "cc_library", "cc_test")
load("//tools:lint.bzl", "lint")

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
