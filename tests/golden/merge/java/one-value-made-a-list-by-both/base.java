@SuppressWarnings("unchecked")
class T {
}
