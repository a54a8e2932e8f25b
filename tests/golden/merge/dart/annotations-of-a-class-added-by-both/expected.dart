@immutable
@JsonSerializable()
@Cached(60)
@audited
class Order {
  int id = 0;
}
