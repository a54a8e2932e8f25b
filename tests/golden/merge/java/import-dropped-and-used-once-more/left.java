package a;

import java.util.Map;

class A {
    String[] names;

    Map<String, String> all() {
        return load();
    }
}
