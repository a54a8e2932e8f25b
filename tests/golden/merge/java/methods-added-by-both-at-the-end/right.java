public class Account {
    private long balance;

    public long getBalance() {
        return balance;
    }

    @Override
    public String toString() {
        return "Account " + balance;
    }
}
