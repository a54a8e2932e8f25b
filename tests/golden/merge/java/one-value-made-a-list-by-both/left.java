@SuppressWarnings({"unchecked", "rawtypes"})
class T {
}
