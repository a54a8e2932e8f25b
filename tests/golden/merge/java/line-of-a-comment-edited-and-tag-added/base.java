package a.b;

import java.util.List;
import java.util.Map;

/**
 * A service.
 */
@Service
public class UserService implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(UserService.class);

    private final UserRepository repository;
    private final Clock clock;

    public UserService(UserRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Finds one. */
    public User find(long id) {
        LOG.debug("find {}", id);
        return repository.find(id);
    }

    public List<User> all() {
        return repository.all();
    }

    @Override
    public void close() {
        repository.close();
    }
}
