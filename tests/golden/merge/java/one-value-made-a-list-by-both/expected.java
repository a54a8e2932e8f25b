@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
class T {
}
