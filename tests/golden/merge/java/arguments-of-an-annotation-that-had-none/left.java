@Entity
@Table(name = "users")
public class User {
    @Column(name = "mail")
    private String email;

    @Test(timeout = 100)
    public void ok() {
    }
}
