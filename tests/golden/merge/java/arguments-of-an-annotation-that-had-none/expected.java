@Entity
@Table(name = "users")
public class User {
    @Column(name = "mail")
    private String email;

    @Test(timeout = 100, expected = IOException.class)
    public void ok() {
    }
}
