/// Goes.
/// - Parameter n: how often
func go(n: Int) {
}
