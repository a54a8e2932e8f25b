import Foundation

struct User: Codable {
    let id: Int
    var name: String

<<<<<<< left
    public func greeting() -> String {
=======
    private func greeting() -> String {
>>>>>>> right
        return "Hello \(name)"
    }
}
