import java.util.List;

import javax.inject.Inject;
import java.util.Map;

class Shop {
    @Inject List<Item> items;
}
