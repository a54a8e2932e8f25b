func say(_ code: Int) -> String {
    switch code {
    case 200:
        return "ok"
    case 500:
        return "broken"
    default:
        return "?"
    }
}
