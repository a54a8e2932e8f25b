public class Account {
    private long balance;

    public long getBalance() {
        return balance;
    }
}
