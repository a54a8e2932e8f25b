import Foundation

struct User: Codable {
    let id: Int
    var name: String

    func greeting() -> String {
        return "Hello \(name)"
    }
}

extension User: CustomStringConvertible {
    var description: String { name }
}
