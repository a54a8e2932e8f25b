enum Level: Int {
    case low
    case high
}
