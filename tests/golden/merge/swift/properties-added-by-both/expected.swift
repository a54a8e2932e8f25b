import Foundation

struct User: Codable {
    let id: Int
    var name: String
    var email: String?
    static let guest = User(id: 0, name: "guest")

    func greeting() -> String {
        return "Hello \(name)"
    }
}
