@Entity
@Table(name = "users")
public class User {
    @Column(name = "mail")
    private String email;

    @Test(expected = IOException.class)
    public void ok() {
    }
}
