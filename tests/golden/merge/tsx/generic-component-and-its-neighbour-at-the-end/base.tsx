export const Title = (props: TitleProps) => <h1>{props.text}</h1>;
