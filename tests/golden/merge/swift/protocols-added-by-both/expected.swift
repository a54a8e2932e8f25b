import Foundation

struct User: Codable, Hashable, Identifiable {
    let id: Int
    var name: String

    func greeting() -> String {
        return "Hello \(name)"
    }
}
