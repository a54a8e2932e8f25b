package a;

import java.util.List;
import java.util.Map;

class A {
    List<String> names;

    Map<String, String> all() {
        return load();
    }

    List<String> keys() {
        return sorted(all());
    }
}
