const app = express();
app.use(cors());
<<<<<<< left
app.use(session());
=======
app.use(compression());
>>>>>>> right

app.listen(80);
