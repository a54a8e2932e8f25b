const app = express();
app.use(cors());
app.use(compression());

app.listen(80);
