package a;

public class Repo {
    private final Map<String, User> users = new HashMap<>();

    public User getName(String id) {
        return users.get(id);
    }

    public void save(User user) {
        users.put(user.id(), user);
    }

    public int size() {
        return users.size();
    }
}
