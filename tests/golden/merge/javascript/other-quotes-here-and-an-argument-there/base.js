import a from "a";
import b from "b";

const x = f("one", "two");
log(x);
