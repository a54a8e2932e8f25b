import Foundation

struct User: Codable {
    let id: Int
    var name: String

    func greeting() -> String {
        return "Hello \(name)"
    }
}

extension User: Comparable {
    static func < (a: User, b: User) -> Bool {
        return a.id < b.id
    }
}

extension User: CustomStringConvertible {
    var description: String { name }
}
