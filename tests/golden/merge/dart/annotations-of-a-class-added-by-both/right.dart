@immutable
@JsonSerializable()
@audited
class Order {
  int id = 0;
}
