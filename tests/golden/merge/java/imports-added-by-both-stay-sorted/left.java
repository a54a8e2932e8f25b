package shop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

class Cart {
    private final List<Item> items = new ArrayList<>();
}
