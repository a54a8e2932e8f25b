"""Files in the rarer languages, whose definitions are known: as `SAMPLES` of the others."""

from __future__ import annotations

from typing import Final

RARER: Final[dict[bytes, tuple[str, list[str], int]]] = {
    b"a.nix": (
        (
            "# doc\n{ lib, ... }@args:\nlet\n  f = x: y: x + y;\n  v = 1;\nin\n"
            "rec {\n  g = { a }: a;\n  meta.h = x: x;\n  inherit v;\n}\n"
        ),
        ["f", "g", "meta.h"],
        0,
    ),
    b"a.sol": (
        (
            'pragma solidity ^0.8.0;\nimport "./A.sol";\nimport {B as C} from "./B.sol";\n'
            "contract A is B {\n  uint256 public x;\n  event E(uint a);\n  error F(uint a);\n"
            "  enum S { A }\n  struct P { uint a; }\n  modifier m() { _; }\n  constructor() {}\n"
            "  function f(uint a) external view returns (uint) { return a; }\n"
            "  function f() external {}\n  receive() external payable {}\n}\n"
            "interface I { function g() external; }\nlibrary L { function h() internal {} }\n"
            "function free() pure {}\n"
        ),
        [
            *("A", "A.E", "A.F", "A.S", "A.P", "A.m", "A.constructor", "A.f", "A.f#2"),
            *("A.receive", "I", "I.g", "L", "L.h", "free"),
        ],
        2,
    ),
    b"BUILD.bazel": (
        (
            'load("@r//a:b.bzl", "x", y = "z")\n"""doc"""\n# c\ncc_library(\n    name = "a",\n'
            '    srcs = glob(["*.cc"]),\n)\n\ndef f(ctx):\n    native.cc_test(name = "t")\n'
            "b = rule(implementation = f)\nlicenses([])\n"
        ),
        ["a", "f"],
        1,
    ),
    b"CMakeLists.txt": (
        (
            "project(a)\nset(X 1)\nfind_package(B)\ninclude(C)\nadd_library(lib a.cc)\n"
            "target_link_libraries(lib PUBLIC B)\nif(X)\n  add_executable(exe b.cc)\nendif()\n"
            "function(f a)\nendfunction()\nmacro(m)\nendmacro()\n"
        ),
        ["lib", "exe", "f", "m"],
        2,
    ),
    b"a.graphql": (
        (
            '# c\n"""doc"""\ntype A implements B { id: ID! }\ninterface B { id: ID! }\n'
            "union U = A | C\nenum E { X }\ninput I { a: Int }\nscalar Date\n"
            "directive @d on FIELD\nschema { query: A }\nextend type A { x: Int }\n"
            "query Q { a }\nfragment F on A { id }\n{ a }\n"
        ),
        ["A", "B", "U", "E", "I", "Date", "d", "schema", "extend.A", "Q", "F"],
        0,
    ),
    b"a.R": (
        (
            "library(a)\nsource('b.R')\n#' doc\nf <- function(x, y = 2) {\n  g <- function() 1\n}\n"
            'h = function() 2\nx <- c(1)\nsetClass("P")\ntest_that("n", {})\n'
        ),
        ["f", "h", "P"],
        2,
    ),
    b"a.jl": (
        (
            'module M\nusing A, B\nimport C: d\nexport f\n"doc"\nfunction f(x::Int)::Int\n  x\n'
            "end\nf(x) = x\ng(x::T) where T = 1\nstruct P <: Q\n  a\nend\nabstract type Z end\n"
            "macro m(a) end\nconst X = 1\nx = f(1)\nv[1] = 2\nBase.show(io) = 1\nend\n"
        ),
        ["M", "M.f", "M.f#2", "M.g", "M.P", "M.Z", "M.m", "M.Base.show"],
        2,
    ),
    b"a.pm": (
        (
            "package A;\nuse strict;\nuse POSIX qw(floor);\n# c\nsub f {\n  my ($x) = @_;\n"
            "  return { a => 1 };\n}\n=pod\n\nd\n\n=cut\nsub g { 1 }\n1;\n"
        ),
        ["f", "g"],
        2,
    ),
    b"a.clj": (
        (
            '(ns a.b\n  (:require [c.d :as e]))\n;; c\n(defn f "doc" [x] (+ x 1))\n'
            "(defn- g [] 1)\n(def x 1)\n(defmulti m :k)\n(defmethod m :a [x] 1)\n"
            "(defprotocol P (foo [this]))\n(defn ^:private h [] 1)\n(f 1)\n"
        ),
        ["a.b", "f", "g", "m", "m#2", "P", "h"],
        0,
    ),
    b"a.erl": (
        (
            '-module(a).\n-export([f/1]).\n-include("a.hrl").\n-define(T, 1).\n'
            "-record(s, {a}).\n-type t() :: atom().\n%% d\n-spec f(t()) -> t().\nf(0) -> 1;\n"
            "f(N) -> N.\n\ng() -> ok.\n"
        ),
        ["T", "s", "t", "f", "g"],
        1,
    ),
    b"a.elm": (
        (
            "module Main exposing (view)\n\nimport Html exposing (div)\n\ntype alias M =\n"
            "    { a : Int }\n\n\ntype Msg\n    = A\n    | B\n\n\n{-| d -}\nview : M -> Html Msg\n"
            "view m =\n    div [] []\n\n\nport send : String -> Cmd msg\n"
        ),
        ["M", "Msg", "view", "send"],
        1,
    ),
    b"a.gd": (
        (
            "extends Node\nsignal hit(a)\nenum E { A, B }\nvar x = 1\n# c\nfunc _ready():\n\tpass\n"
            "func _init():\n\tpass\nclass Inner:\n\tvar y\n\tfunc g():\n\t\tpass\n"
        ),
        ["hit", "E", "_ready", "_init", "Inner", "Inner.g"],
        0,
    ),
    b"a.m": (
        (
            '#import "A.h"\n@interface A : NSObject\n@property (nonatomic) int x;\n'
            "- (void)run:(int)a with:(int)b;\n@end\n@protocol P\n- (void)p;\n@end\n"
            "@implementation A\n// c\n- (void)run:(int)a with:(int)b {\n}\n"
            "+ (instancetype)make { return nil; }\n@end\nstatic int f(int a) { return 1; }\n"
        ),
        [
            *("@interface.A", "@interface.A.run.with", "@protocol.P", "@protocol.P.p"),
            *("A", "A.run.with", "A.+.make", "f"),
        ],
        1,
    ),
    b"a.f90": (
        (
            "module m\n  use b, only: c\n  implicit none\n  type :: t\n    integer :: a\n"
            "  end type\ncontains\n  ! d\n  subroutine s(a)\n    integer, intent(in) :: a\n"
            "  end subroutine s\n  function f(x) result(y)\n    real :: x, y\n    y = x\n"
            "  end function\nend module\nprogram p\n  call s(1)\nend program\n"
        ),
        ["m", "m.t", "m.s", "m.f", "p"],
        1,
    ),
    b"a.nim": (
        (
            "import std/os, b\nfrom c import d\ntype\n  A = object\n    x: int\n"
            "# c\nproc f*(a: int): int =\n  ## doc\n  a\ntemplate t(x) = x\n"
            'suite "s":\n  test "a":\n    check true\n'
        ),
        ["A", "f", "t"],
        2,
    ),
    b"a.d": (
        (
            "module a;\nimport std.stdio, std.conv : to;\n/// doc\nclass A : B\n{\n    int x;\n"
            "    this(int a) { }\n    ~this() { }\n    void run() { }\n}\nstruct S { int a; }\n"
            "enum E { a }\nint f(T)(T a) { return 1; }\ninterface I { void g(); }\n"
        ),
        ["A", "A.this", "A.~this", "A.run", "S", "E", "f", "I", "I.g"],
        1,
    ),
    b"a.gleam": (
        (
            "import a/b\nimport c.{d, type E}\n/// doc\npub type T {\n  A(x: Int)\n  B\n}\n"
            'pub type U =\n  Int\n@external(erlang, "a", "b")\npub fn f() -> Int\n'
            "fn g(x) {\n  x\n}\nconst k = 1\n"
        ),
        ["T", "U", "f", "g"],
        2,
    ),
    b"A.m": (
        (
            "classdef A < handle\n  % doc\n  properties (Access = private)\n    B = 0\n  end\n"
            "  methods\n    function r = f(obj)\n      r = obj.B;\n    end\n  end\n"
            "  methods (Abstract)\n    g(obj)\n  end\nend\n\nfunction h()\nend\n"
        ),
        ["A", "A.f", "A.g", "h"],
        0,
    ),
    b"a.qml": (
        (
            'import QtQuick 2.15\nimport "a.js" as A\nItem {\n  id: root\n  property int x: 0\n'
            "  signal s(int a)\n  enum M { On, Off }\n  function f(a) { return a }\n"
            "  component B: Item {\n    function g() {}\n  }\n}\n"
        ),
        ["s", "M", "f", "B", "B.g"],
        2,
    ),
    b"a.scm": (
        (
            "(import (scheme base))\n(use-modules (ice-9 match))\n; doc\n(define (f x)\n  x)\n"
            "(define k 1)\n(define-record-type p (make-p x) p? (x p-x))\n"
            "(define-syntax m (syntax-rules () ((_ a) `(b ,a ,@c))))\n(f k)\n"
        ),
        ["f", "k", "p", "m"],
        2,
    ),
    b"a.sv": (
        (
            '`include "a.svh"\npackage p;\n  typedef enum { A, B } t;\nendpackage\nimport p::*;\n'
            "module m #(parameter int W = 8) (input logic clk);\n  logic x;\n  assign x = clk;\n"
            "  function int f(int a);\n    return a;\n  endfunction\n  task g();\n  endtask\n"
            "  u u_u (.clk(clk));\nendmodule\nclass c extends d;\n  int y;\n"
            "  function new();\n  endfunction\n  constraint r { y > 1; }\nendclass\n"
            "interface i (input logic clk);\nendinterface\n"
        ),
        ["p", "p.t", "m", "m.f", "m.g", "c", "c.new", "c.r", "i"],
        2,
    ),
    b"a.dts": (
        (
            '/dts-v1/;\n#include "a.dtsi"\n#define F(x) x\n/ {\n  /* doc */\n  a: b@10 {\n'
            "    reg = <0x10>;\n    c {};\n  };\n};\n&u { status; };\n"
        ),
        ["F", "/", "/.b.10", "/.b.10.c", "&u"],
        1,
    ),
}
