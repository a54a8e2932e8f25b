import Foundation

struct User: Codable {
    let id: Int
    var name: String

    public func greeting() -> String {
        return "Hello \(name)"
    }
}
