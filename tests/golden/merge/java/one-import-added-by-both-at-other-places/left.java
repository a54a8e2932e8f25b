import java.util.List;
import java.util.Map;

import javax.inject.Inject;

class Shop {
    @Inject List<Item> items;
}
