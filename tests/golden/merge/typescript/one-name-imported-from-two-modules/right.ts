import a from "a";
import b from "c";

x();
