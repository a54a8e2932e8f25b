const app = express();
app.use(cors());
app.use(session());

app.listen(80);
