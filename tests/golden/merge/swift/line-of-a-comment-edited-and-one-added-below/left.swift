/// Goes.
/// - Parameter n: how many times
func go(n: Int) {
}
