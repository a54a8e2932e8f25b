@immutable
@JsonSerializable()
class Order {
  int id = 0;
}
