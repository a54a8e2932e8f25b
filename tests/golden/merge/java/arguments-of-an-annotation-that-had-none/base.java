@Entity
@Table(name = "users")
public class User {
    @Column(name = "mail")
    private String email;

    @Test
    public void ok() {
    }
}
