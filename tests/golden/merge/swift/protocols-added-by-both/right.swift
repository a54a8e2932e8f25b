import Foundation

struct User: Codable, Identifiable {
    let id: Int
    var name: String

    func greeting() -> String {
        return "Hello \(name)"
    }
}
