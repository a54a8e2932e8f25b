import java.util.List;

import javax.inject.Inject;

class Shop {
    @Inject List<Item> items;
}
