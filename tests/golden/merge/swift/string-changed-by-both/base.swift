import Foundation

struct User: Codable {
    let id: Int
    var name: String

    func greeting() -> String {
        return "Hello \(name)"
    }
}
