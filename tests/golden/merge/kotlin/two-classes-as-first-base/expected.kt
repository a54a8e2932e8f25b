<<<<<<< left
class Reader : Base() {
=======
class Reader : Other() {
>>>>>>> right
    val at = 1
}
