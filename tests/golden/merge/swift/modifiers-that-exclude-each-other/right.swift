import Foundation

struct User: Codable {
    let id: Int
    var name: String

    private func greeting() -> String {
        return "Hello \(name)"
    }
}
