public class Account {
    private long balance;

    public long getBalance() {
        return balance;
    }

    /** Puts money in. */
    public void deposit(long amount) {
        balance += amount;
    }
}
