import a from "a";
<<<<<<< left
import b from "b";
=======
import b from "c";
>>>>>>> right

x();
