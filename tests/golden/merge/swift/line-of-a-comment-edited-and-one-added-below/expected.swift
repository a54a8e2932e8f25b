/// Goes.
/// - Parameter n: how many times
/// - Returns: nothing
func go(n: Int) {
}
