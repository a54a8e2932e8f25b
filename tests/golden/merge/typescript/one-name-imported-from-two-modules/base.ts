import a from "a";

x();
