@immutable
@JsonSerializable()
@Cached(60)
class Order {
  int id = 0;
}
