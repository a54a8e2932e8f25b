import Foundation

struct User: Codable {
    let id: Int
    var name: String
    var email: String?

    func greeting() -> String {
        return "Hello \(name)"
    }
}
