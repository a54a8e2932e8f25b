enum Level: Int {
    case low
    case high
<<<<<<< left
    case highest
=======
    case alarm
>>>>>>> right
}
