export const Title = (props: TitleProps) => <h1>{props.text}</h1>;

export const Lead: FC<LeadProps> = ({ text }) => <p className="lead">{text}</p>;
