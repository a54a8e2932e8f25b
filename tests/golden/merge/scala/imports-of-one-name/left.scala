import a.b.C
import java.util.Date

class X
