import Foundation

struct User: Codable, Hashable {
    let id: Int
    var name: String

    func greeting() -> String {
        return "Hello \(name)"
    }
}
