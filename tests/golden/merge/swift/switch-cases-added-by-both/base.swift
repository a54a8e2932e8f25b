func say(_ code: Int) -> String {
    switch code {
    case 200:
        return "ok"
    default:
        return "?"
    }
}
