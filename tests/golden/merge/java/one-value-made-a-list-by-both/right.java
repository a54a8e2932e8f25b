@SuppressWarnings({"unchecked", "deprecation"})
class T {
}
