import a.b.C
<<<<<<< left
import java.util.Date
=======
import java.sql.Date
>>>>>>> right

class X
