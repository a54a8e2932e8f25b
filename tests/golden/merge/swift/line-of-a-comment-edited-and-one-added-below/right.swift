/// Goes.
/// - Parameter n: how often
/// - Returns: nothing
func go(n: Int) {
}
