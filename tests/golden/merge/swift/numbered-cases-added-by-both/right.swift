enum Level: Int {
    case low
    case high
    case alarm
}
