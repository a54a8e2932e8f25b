func say(_ code: Int) -> String {
    switch code {
    case 200:
        return "ok"
<<<<<<< left
    case 404:
        return "not found"
=======
    case 500:
        return "broken"
>>>>>>> right
    default:
        return "?"
    }
}
