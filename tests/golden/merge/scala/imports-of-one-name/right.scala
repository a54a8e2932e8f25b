import a.b.C
import java.sql.Date

class X
