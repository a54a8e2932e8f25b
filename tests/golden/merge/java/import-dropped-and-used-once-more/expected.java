package a;

import java.util.Map;

class A {
<<<<<<< left
    String[] names;

    Map<String, String> all() {
        return load();
=======
    List<String> names;

    Map<String, String> all() {
        return load();
    }

    List<String> keys() {
        return sorted(all());
>>>>>>> right
    }
}
