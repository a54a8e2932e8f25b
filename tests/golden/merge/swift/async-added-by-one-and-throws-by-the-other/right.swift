import Foundation

class Repo {
    private var users: [String: User] = [:]

    func find(id: String) async -> User? {
        return users[id]
    }

    func save(_ user: User) {
        users[user.id] = user
    }
}
