import Foundation

struct User: Codable {
    let id: Int
    var name: String

    func greeting() -> String {
<<<<<<< left
        return "Hi \(name)"
=======
        return "Hello \(name)!"
>>>>>>> right
    }
}
