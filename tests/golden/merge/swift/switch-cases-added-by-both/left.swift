func say(_ code: Int) -> String {
    switch code {
    case 200:
        return "ok"
    case 404:
        return "not found"
    default:
        return "?"
    }
}
