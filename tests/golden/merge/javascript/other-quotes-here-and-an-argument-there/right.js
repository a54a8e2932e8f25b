import a from "a";
import b from "b";

const x = f("one", "two", 3);
log(x);
